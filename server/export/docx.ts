/**
 * A report as a Word document, by the library docx. That writes the hour of making into the document and
 * its zip: both are replaced, so that the same report is the same file.
 */
import { Document, HeadingLevel, Packer, Paragraph, Table, TableCell, TableRow, TextRun, WidthType } from 'docx';
import { strFromU8, strToU8, unzipSync, zipSync, type Zippable } from 'fflate';
import type { Report, Table as TableTold } from './report.ts';

/** The first day a zip can name. */
const NO_TIME = new Date(1980, 0, 1);
const CORE = 'docProps/core.xml';

export async function toDocx({ title, settings, sections }: Report): Promise<Uint8Array> {
  const document = new Document({
    title,
    creator: 'Kith',
    lastModifiedBy: 'Kith',
    styles: { default: { document: { run: { font: 'Arial', size: 20, language: { value: 'en-GB' } } } } },
    sections: [
      {
        children: [
          new Paragraph({ text: title, heading: HeadingLevel.HEADING_1 }),
          tableOf({ heads: ['Asked', 'With'], rows: settings.map((row) => [...row]) }),
          ...sections.flatMap(({ heading, paragraphs = [], table }) => [
            new Paragraph({ text: heading, heading: HeadingLevel.HEADING_2, spacing: { before: 240 } }),
            ...paragraphs.map((text) => new Paragraph({ text, spacing: { after: 120 } })),
            ...(table === undefined ? [] : [tableOf(table)]),
          ]),
        ],
      },
    ],
  });
  return withoutTime(new Uint8Array(await Packer.toBuffer(document)));
}

function tableOf({ heads, rows }: TableTold): Table {
  const cell = (text: string, bold: boolean): TableCell =>
    new TableCell({ children: [new Paragraph({ children: [new TextRun({ text, bold })] })] });
  return new Table({
    width: { size: 100, type: WidthType.PERCENTAGE },
    rows: [
      new TableRow({ tableHeader: true, children: heads.map((head) => cell(head, true)) }),
      ...rows.map((row) => new TableRow({ children: row.map((text) => cell(text, false)) })),
    ],
  });
}

/** The same files by name, each dated the first day there is, and no day in the document's own properties. */
function withoutTime(file: Uint8Array): Uint8Array {
  const parts = unzipSync(file);
  const core = strFromU8(parts[CORE]!).replaceAll(/<dcterms:(created|modified)[^>]*>[^<]*<\/dcterms:\1>/g, '');
  const zip: Zippable = {};
  for (const name of Object.keys(parts).sort()) zip[name] = [name === CORE ? strToU8(core) : parts[name]!, { mtime: NO_TIME, level: 6 }];
  return zipSync(zip);
}
