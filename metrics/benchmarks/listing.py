"""What benchmarks the store holds."""

from duckdb import DuckDBPyConnection


def list_benchmarks(cursor: DuckDBPyConnection) -> list[dict[str, object]]:
    """One row for each measure and level, then the populations and the lists of neighbours."""
    found = cursor.execute(
        """
        select
            measure,
            level,
            min(year) as first_year,
            max(year) as last_year,
            count(value) as "values",
            count(*) - count(value) as suppressed,
            arg_max(source, coalesce(year, 0)) as source
        from (
            select measure, level, year, value, source from benchmark_values
            union all
            select 'children_0_17' as measure, level, year, children as value, source from populations
            union all
            select
                concat('neighbours ', model) as measure,
                'authority' as level,
                null as year,
                rank as value,
                source
            from neighbours
        ) as kept
        group by measure, level
        order by measure, case level when 'england' then 1 when 'region' then 2 else 3 end
        """
    )
    names = [column[0] for column in found.description or []]
    return [dict(zip(names, row, strict=True)) for row in found.fetchall()]
