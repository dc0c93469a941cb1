/* The returned figures that stand: of each agency, indicator and period the newest return, whole. */
select standing.*
from standing
