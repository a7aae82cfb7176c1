import type { ReportContent } from '@gt/contracts/words';
import { compileTypst, type PrintedPdf } from '../pdf/compile-typst.ts';
import { headLine, type PaperBlock, paperData } from './paper-data.ts';
import { logoSize, type ReportHead } from './report-head.ts';

/** A paper as PDF/UA-1: tagged, titled, in British English, with its marking at the top and bottom of each page. */
export function writeReportPdf(content: ReportContent, head: ReportHead): PrintedPdf {
  const paper = paperData(content, head);
  const { logo, ...printed } = paper.head;
  const data = {
    ...printed,
    // Bytes as numbers: the data is plain JSON.
    logo: logo ? { ...logoSize(logo), alt: logo.alt, bytes: [...logo.png] } : null,
    line: headLine(printed),
    subtitle: paper.subtitle,
    facts: paper.facts,
    sections: paper.sections.map(({ heading, blocks }) => ({ heading, blocks: blocks.map(blockData) })),
  };
  return compileTypst('report.typ', data, { what: head.title, generatedAt: head.issuedAt });
}

/** As plain data: a drawing is its SVG. */
function blockData(block: PaperBlock) {
  if (block.kind !== 'TABLE') return block;
  const rows = block.rows.map((cells) =>
    cells.map(({ text, rag, bar }) => ({
      text,
      rag,
      barSvg: bar?.picture.svg ?? '',
      barWords: bar?.words ?? '',
    })),
  );
  return { ...block, rows };
}
