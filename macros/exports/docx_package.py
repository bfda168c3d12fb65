"""A Word document as bytes that are the same whenever and wherever they are made."""

from io import BytesIO
from zipfile import ZipFile, ZipInfo

from docx.document import Document
from docx.opc.constants import RELATIONSHIP_TYPE as TYPES

# The oldest time that a zip file can state: it stands for none.
NO_TIME = (1980, 1, 1, 0, 0, 0)
_MICROSOFT = "http://schemas.microsoft.com/office/2007/relationships/stylesWithEffects"


def drop_leftovers(document: Document) -> None:
    """Take out what python-docx's own template brings and no one reads: a thumbnail, a second set
    of styles, statistics.
    """
    for part, unwanted in (
        (document.part.package, (TYPES.THUMBNAIL, TYPES.EXTENDED_PROPERTIES)),
        (document.part, (TYPES.CUSTOM_XML, _MICROSOFT)),
    ):
        for id in [id for id, relation in part.rels.items() if relation.reltype in unwanted]:
            part.rels.pop(id)


def describe(document: Document, title: str, about: str, language: str) -> None:
    """The document's properties. No times and no author: neither is a fact about the template."""
    properties = document.core_properties
    for left in list(properties._element):
        properties._element.remove(left)
    properties.title, properties.subject, properties.language = title, about, language


def to_bytes(document: Document) -> bytes:
    """The file.

    Its parts are stored without compression: compressors differ, and the page's script can then
    fill it in.
    """
    written, packed = BytesIO(), BytesIO()
    document.save(written)
    with ZipFile(written) as source, ZipFile(packed, "w") as target:
        for name in sorted(
            source.namelist(), key=lambda name: (name != "[Content_Types].xml", name)
        ):
            entry = ZipInfo(name, NO_TIME)
            entry.create_system = 0
            target.writestr(entry, source.read(name))
    return packed.getvalue()
