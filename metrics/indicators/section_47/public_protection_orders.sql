/*
line      = 16
title     = "Public protection orders and notices"
short     = "public protection orders"
asks      = "Are the orders used that keep dangerous people away from children and families?"
counts    = """
Orders made by a court on the police's application, and notices given by the police, in the period, to protect people from
domestic abuse, sexual harm, abduction, trafficking, genital mutilation or forced marriage. Each counts once.
"""
unit      = "count"
says      = "quantity"
timing    = "in_period"
better    = "monitor"
owner     = "police"
themes    = ["police", "domestic_abuse", "exploitation"]
numerator_is = "orders and notices"
no_benchmark_because = "no national figure is published for one area and all kinds together"
breakdowns = { kind = "Kind of order or notice" }
caution   = """
These are orders, not people: one person may have several, and not all of them concern a child. The kinds are few and
unlike: read them one by one, and over years.
"""
source    = """
Local definition. Crime and Security Act 2010; Domestic Abuse Act 2021; Sexual Offences Act 2003; Sentencing Act 2020;
Modern Slavery Act 2015; Stalking Protection Act 2019; Female Genital Mutilation Act 2003; Family Law Act 1996
"""
reviewed  = 2026-11-25
*/
select
    protection.order_id                     as case_id,
    protection.made_on                      as counts_on,
    protection.kind
from public_protection_orders as protection
