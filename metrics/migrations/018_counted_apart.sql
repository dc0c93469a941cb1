/* Cases of which the data held cannot tell whether they count: in neither part of the figure, and counted apart. */

alter table kept_counts add column not_determinable bigint;

delete from kept_as;
