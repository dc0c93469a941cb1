"""Which published lists of statistical neighbours the store holds for the board's area."""

from metrics.store import Store


def neighbour_lists(store: Store) -> dict[str, int]:
    """The name of each list -> how many neighbours it gives the board's area, the newest name first."""
    with store.cursor() as cursor:
        rows = cursor.execute(
            "select model, count(*) filter (where area_code = ?) from neighbours group by model order by model desc",
            [Store.board_on(cursor).area.code],
        ).fetchall()
    return dict(rows)
