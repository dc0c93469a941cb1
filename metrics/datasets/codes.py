"""The code lists that extracts use, with the meaning of each code.

Referral sources, categories of abuse, needs, sex and ethnicity: DfE children in need census guide, 2024 to 2025.
A list that no department publishes has codes that are words; a breakdown shows them with a capital letter.
"""

CATEGORIES_OF_ABUSE = {
    "NEG": "Neglect",
    "PHY": "Physical abuse",
    "SAB": "Sexual abuse",
    "EMO": "Emotional abuse",
    "MUL": "Multiple categories",
}

REFERRAL_SOURCES = {
    "1A": "Individual: family member, relative or carer",
    "1B": "Individual: acquaintance",
    "1C": "Individual: self",
    "1D": "Individual: other",
    "2A": "Schools",
    "2B": "Education services",
    "3A": "Health: GP",
    "3B": "Health: health visitor",
    "3C": "Health: school nurse",
    "3D": "Health: other primary health services",
    "3E": "Health: A&E",
    "3F": "Health: other",
    "4": "Housing",
    "5A": "Council: social care",
    "5B": "Council: other internal",
    "5C": "Council: external",
    "5D": "Council: early help",
    "6": "Police",
    "7": "Other legal agency",
    "8": "Other",
    "9": "Anonymous",
    "10": "Unknown",
}

PRIMARY_NEEDS = {
    "N1": "Abuse or neglect",
    "N2": "Child's disability or illness",
    "N3": "Parent's disability or illness",
    "N4": "Family in acute stress",
    "N5": "Family dysfunction",
    "N6": "Socially unacceptable behaviour",
    "N7": "Low income",
    "N8": "Absent parenting",
    "N9": "Cases other than children in need",
    "N0": "Not stated",
}

CLOSURE_REASONS = {
    "RC1": "Adopted",
    "RC2": "Died",
    "RC3": "Child arrangements order",
    "RC4": "Special guardianship order",
    "RC5": "Transferred to another council",
    "RC6": "Transferred to adult social services",
    "RC7": "Services ceased for any other reason",
    "RC8": "Closed after assessment, no further action",
    "RC9": "Closed after assessment, referred to early help",
}

PRIVATE_FOSTERING_SOURCES = {
    "council": "Council",
    "school": "School",
    "health": "Health",
    "police": "Police",
    "parent_or_carer": "Parent or carer",
    "other_agency": "Another agency",
    "other": "Other",
}

SEXES = {"F": "Female", "M": "Male", "U": "Unknown"}

ETHNICITIES = {
    "WBRI": "White British",
    "WIRI": "White Irish",
    "WIRT": "Traveller of Irish heritage",
    "WROM": "Gypsy or Roma",
    "WOTH": "Any other White background",
    "MWBC": "White and Black Caribbean",
    "MWBA": "White and Black African",
    "MWAS": "White and Asian",
    "MOTH": "Any other mixed background",
    "AIND": "Indian",
    "APKN": "Pakistani",
    "ABAN": "Bangladeshi",
    "AOTH": "Any other Asian background",
    "BCRB": "Black Caribbean",
    "BAFR": "Black African",
    "BOTH": "Any other Black background",
    "CHNE": "Chinese",
    "OOTH": "Any other ethnic group",
    "REFU": "Refused",
    "NOBT": "Not yet obtained",
}

AGENCIES = {
    "early help": "The council's early help service",
    "social care": "The council's children's social care",
    "education": "A school, college or education service",
    "early years": "A nursery or children's centre",
    "health": "A health service",
    "mental health": "A mental health service for children",
    "police": "The police",
    "youth justice": "The youth justice service",
    "probation": "Probation",
    "housing": "A housing service or landlord",
    "voluntary sector": "A charity or community organisation",
    "other": "Another agency",
}

EDUCATION_SETTINGS = {
    "early_years": "Early years",
    "maintained_primary": "Maintained primary school",
    "maintained_secondary": "Maintained secondary school",
    "academy_primary": "Primary academy",
    "academy_secondary": "Secondary academy",
    "free_school": "Free school",
    "special": "Special school",
    "alternative_provision": "Alternative provision",
    "independent": "Independent school",
    "college": "College",
    "other": "Other education setting",
}

AGE_BANDS = ("Unborn", "Under 1", "1 to 4", "5 to 9", "10 to 15", "16 and over", "Not recorded")
"""The DfE's age groups for children in need."""
