// Puts answers into the content controls of one of our own documents. Our documents are zip
// files without compression.
const W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
const W14 = "http://schemas.microsoft.com/office/word/2010/wordml"
const XML = "http://www.w3.org/XML/1998/namespace"
const FILLED = /^word\/(document|header\d+)\.xml$/
const LOCAL = 0x04034b50,
  CENTRAL = 0x02014b50,
  END = 0x06054b50
// 1 January 1980, as in the document itself: the oldest day a zip file can state.
const NO_DAY = 0x21

/**
 * The document with the answers in it. `answers`: tag → text, a day as 2026-11-22 for a date,
 * anything for a ticked box.
 */
export const filledIn = (file, answers) =>
  zipped(
    unzipped(file).map(({ name, data }) => ({
      name,
      data: FILLED.test(name)
        ? new TextEncoder().encode(answered(new TextDecoder().decode(data), answers))
        : data,
    })),
  )

const unzipped = (file) => {
  const view = new DataView(file.buffer, file.byteOffset, file.byteLength)
  let end = file.length - 22
  while (end >= 0 && view.getUint32(end, true) !== END) end--
  const entries = []
  let at = view.getUint32(end + 16, true)
  for (let left = view.getUint16(end + 10, true); left > 0; left--) {
    const size = view.getUint32(at + 20, true),
      nameLength = view.getUint16(at + 28, true),
      local = view.getUint32(at + 42, true)
    if (view.getUint16(at + 10, true) !== 0) throw new Error("compressed")
    const start = local + 30 + view.getUint16(local + 26, true) + view.getUint16(local + 28, true)
    entries.push({
      name: new TextDecoder().decode(file.subarray(at + 46, at + 46 + nameLength)),
      data: file.subarray(start, start + size),
    })
    at += 46 + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true)
  }
  return entries
}

const zipped = (entries) => {
  const parts = [],
    directory = []
  let offset = 0
  for (const { name, data } of entries) {
    const bytes = new TextEncoder().encode(name),
      crc = crc32(data)
    const common = [
      20,
      2,
      0x800,
      2,
      0,
      2,
      0,
      2,
      NO_DAY,
      2,
      crc,
      4,
      data.length,
      4,
      data.length,
      4,
      bytes.length,
      2,
      0,
      2,
    ]
    const head = packed(LOCAL, 4, ...common)
    directory.push(packed(CENTRAL, 4, 20, 2, ...common, 0, 2, 0, 2, 0, 2, 0, 4, offset, 4), bytes)
    parts.push(head, bytes, data)
    offset += head.length + bytes.length + data.length
  }
  const size = directory.reduce((sum, part) => sum + part.length, 0)
  return joined([
    ...parts,
    ...directory,
    packed(END, 4, 0, 2, 0, 2, entries.length, 2, entries.length, 2, size, 4, offset, 4, 0, 2),
  ])
}

/** Numbers and their widths in bytes, least byte first: packed(0x21, 2, 7, 4). */
const packed = (...pairs) =>
  Uint8Array.from(
    pairs.flatMap((number, i) =>
      i % 2
        ? []
        : Array.from({ length: pairs[i + 1] }, (_, byte) => (number >>> (8 * byte)) & 0xff),
    ),
  )

const joined = (parts) => {
  const all = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0))
  parts.reduce((at, part) => (all.set(part, at), at + part.length), 0)
  return all
}

const TABLE = Uint32Array.from({ length: 256 }, (_, number) => {
  for (let bit = 0; bit < 8; bit++) number = number & 1 ? 0xedb88320 ^ (number >>> 1) : number >>> 1
  return number
})
const crc32 = (data) => {
  let crc = 0xffffffff
  for (const byte of data) crc = TABLE[(crc ^ byte) & 0xff] ^ (crc >>> 8)
  return (crc ^ 0xffffffff) >>> 0
}

const answered = (xml, answers) => {
  const doc = new DOMParser().parseFromString(xml, "application/xml")
  addRows(doc, Object.keys(answers))
  for (const control of doc.getElementsByTagNameNS(W, "sdt")) {
    const tag = tagOf(control)
    if (!(tag in answers)) continue
    if (control.getElementsByTagNameNS(W14, "checkbox").length) tick(control)
    else write(control, answers[tag])
  }
  const written = new XMLSerializer().serializeToString(doc.documentElement)
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n${written}`
}

const inside = (element, name, space = W) => element.getElementsByTagNameNS(space, name)[0]
const tagOf = (control) => inside(control, "tag").getAttributeNS(W, "val")

/** Rows that were added in the browser: a copy of the table's last row for each. */
const addRows = (doc, tags) => {
  const control = (field, row) =>
    [...doc.getElementsByTagNameNS(W, "sdt")].find((one) =>
      tagOf(one).startsWith(`${field}.${row}.`),
    )
  for (const tag of tags) {
    const [field, row, column] = tag.split(".")
    if (!column || !control(field, 0)) continue
    let rows = 1
    while (control(field, rows)) rows++
    for (; rows <= Number(row); rows++) addRow(doc, control(field, rows - 1), field, rows - 1)
  }
}
const addRow = (doc, control, field, last) => {
  let row = control
  while (row.localName !== "tr") row = row.parentNode
  const copy = row.cloneNode(true)
  let number = Math.max(
    ...[...doc.getElementsByTagNameNS(W, "id")].map((id) => Number(id.getAttributeNS(W, "val"))),
  )
  for (const one of copy.getElementsByTagNameNS(W, "sdt")) {
    inside(one, "tag").setAttributeNS(
      W,
      "w:val",
      tagOf(one).replace(`${field}.${last}.`, `${field}.${last + 1}.`),
    )
    inside(one, "id").setAttributeNS(W, "w:val", ++number)
  }
  row.after(copy)
}

const tick = (control) => {
  inside(control, "checked", W14).setAttributeNS(W14, "w14:val", "1")
  inside(control, "t").textContent = "☒"
}

// XML cannot hold these, and pasted text may.
const hidden = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/
const halves = /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/
const unwritable = new RegExp(`${hidden.source}|${halves.source}`, "g")

const write = (control, answer) => {
  const date = inside(control, "date"),
    run = inside(control, "r"),
    text = inside(run, "t")
  inside(control, "showingPlcHdr")?.remove()
  inside(run, "rPr")?.remove()
  date?.setAttributeNS(W, "w:fullDate", `${answer}T00:00:00Z`)
  const lines = date
    ? [answer.split("-").reverse().join(".")]
    : answer.replace(unwritable, "").split("\n")
  text.remove()
  lines.forEach((line, i) => {
    if (i) run.append(control.ownerDocument.createElementNS(W, "w:br"))
    const piece = control.ownerDocument.createElementNS(W, "w:t")
    piece.setAttributeNS(XML, "xml:space", "preserve")
    piece.textContent = line
    run.append(piece)
  })
}
