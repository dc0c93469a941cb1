"""How the minutes look in Word, and what Word keeps about them: page, fonts, language, tables, properties."""

from collections.abc import Sequence
from datetime import datetime

from docx.document import Document
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_TAB_ALIGNMENT
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Emu, Mm, Pt, RGBColor
from docx.styles.style import BaseStyle, ParagraphStyle
from docx.table import Table, _Row
from lxml import etree

LANGUAGE = "en-GB"
FONT = "Arial"
INK, QUIET, RULE, SOFT = RGBColor(0x1A, 0x1F, 0x27), RGBColor(0x3F, 0x47, 0x52), "9AA3AD", "EEF1F4"
SIZES = {"Normal": 10.5, "Title": 18, "Subtitle": 12, "Heading 1": 15, "Heading 2": 12, "List Bullet": 10.5}
PAGE, MARGIN = (Mm(210), Mm(297)), Mm(20)


def language_and_fonts(made: Document) -> None:
    """British English, one plain font, dark headings, and a style for the cells of tables."""
    lang = made.styles.element.find(f".//{qn('w:docDefaults')}//{qn('w:lang')}")
    lang.set(qn("w:val"), LANGUAGE)
    in_table = made.styles.add_style("In a table", WD_STYLE_TYPE.PARAGRAPH)
    in_table.base_style = made.styles["Normal"]
    for name, size in {**SIZES, "In a table": 9}.items():
        _plain(made.styles[name], size)
    made.styles["Normal"].paragraph_format.space_after = Pt(6)
    in_table.paragraph_format.space_before = in_table.paragraph_format.space_after = Pt(2)
    _without_rule(made.styles["Title"])
    _thin_rules(made.styles["Table Grid"])


def _plain(style: ParagraphStyle, size: float) -> None:
    style.font.name, style.font.size, style.font.italic = FONT, Pt(size), False
    for spread in style.element.rPr.findall(qn("w:spacing")):
        style.element.rPr.remove(spread)
    style.font.color.rgb = QUIET if style.name == "Subtitle" else INK
    fonts = style.element.rPr.rFonts
    for each in [name for name in fonts.attrib if "Theme" in name or "theme" in name]:
        del fonts.attrib[each]  # a theme's font would win over the one that is named


def _without_rule(style: ParagraphStyle) -> None:
    for rule in style.element.iter(qn("w:pBdr")):
        rule.getparent().remove(rule)


def _thin_rules(style: BaseStyle) -> None:
    """Rules between the rows of a table, none between its columns."""
    for rule in style.element.find(f".//{qn('w:tblBorders')}"):
        upright = rule.tag in {qn("w:left"), qn("w:right"), qn("w:insideV")}
        rule.set(qn("w:val"), "nil" if upright else "single")
        rule.set(qn("w:color"), RULE)


def page_of_a4(made: Document) -> None:
    """A4 upright with even margins."""
    section = made.sections[0]
    section.page_width, section.page_height = PAGE
    section.left_margin = section.right_margin = section.top_margin = section.bottom_margin = MARGIN


def properties(made: Document, title: str, partnership: str, made_at: datetime) -> None:
    """Title, language and times. The author is the partnership: no person's name is kept. The template's picture goes."""
    kept = made.core_properties
    kept.title, kept.language, kept.author = title, LANGUAGE, partnership
    kept.subject = kept.keywords = kept.comments = kept.last_modified_by = ""
    kept.created = kept.modified = made_at.replace(microsecond=0)
    kept.revision = 1
    rels = made.part.package.rels
    for each in [name for name, rel in rels.items() if rel.reltype == RELATIONSHIP_TYPE.THUMBNAIL]:
        del rels[each]


def edge_to_edge(table: Table, parts: Sequence[int], caption: str) -> None:
    """A table as wide as the text, its columns by their parts of it, with words that say what it is."""
    whole = PAGE[0] - 2 * MARGIN
    table.autofit = False
    for column, part in zip(table.columns, parts, strict=True):
        column.width = Emu(whole * part // sum(parts))
        for cell in column.cells:
            cell.width = column.width
    # The library has no words for what stands below this line: captions, heading rows, shading, fields.
    table._tbl.tblPr.append(_element("tblCaption", val=caption))


def head_row(row: _Row) -> None:
    """Marks a row as the table's headings: repeated on each page, and read out with each cell."""
    kept_whole(row)
    row._tr.get_or_add_trPr().append(_element("tblHeader"))
    for cell in row.cells:
        cell._tc.get_or_add_tcPr().append(_element("shd", val="clear", color="auto", fill=SOFT))
        for run in cell.paragraphs[0].runs:
            run.font.bold = True


def kept_whole(row: _Row) -> None:
    """No row is torn across two pages."""
    row._tr.get_or_add_trPr().append(_element("cantSplit"))


def numbered_pages(made: Document, said: str) -> None:
    """What it is and which page, at the foot of each."""
    foot = made.sections[0].footer.paragraphs[0]
    foot.style = made.styles["In a table"]
    foot.paragraph_format.tab_stops.add_tab_stop(Emu(PAGE[0] - 2 * MARGIN), WD_TAB_ALIGNMENT.RIGHT)
    foot.add_run(f"{said}\tpage ")
    foot._p.append(_element("fldSimple", instr="PAGE"))
    foot.add_run(" of ")
    foot._p.append(_element("fldSimple", instr="NUMPAGES"))


def _element(name: str, **values: str) -> etree._Element:
    made: etree._Element = OxmlElement(f"w:{name}")
    for key, value in values.items():
        made.set(qn(f"w:{key}"), value)
    return made
