/** Style of index.html: the product's own inks, no web font, readable at 320 px and on paper. */
export const INDEX_STYLE = `
body{font:1rem/1.5 "Atkinson Hyperlegible Next",Verdana,sans-serif;color:#1B2430;background:#fff;max-width:72rem;margin:0 auto;padding:1rem}
h1,h2,h3,h4{line-height:1.25;color:#1B2430}h2{border-top:1px solid #C9D0D9;padding-top:1.25rem;margin-top:2rem}
a{color:#1F4B7A}a:focus{outline:3px solid #1F4B7A;outline-offset:2px}
.skip{position:absolute;left:-999px}.skip:focus{left:1rem;background:#fff;padding:.5rem}
.marking{text-align:center;font-weight:bold;letter-spacing:.05em}
blockquote{margin:0;padding:.5rem 1rem;border-left:3px solid #A87C12;font-size:1.125rem;white-space:pre-line}
.source{color:#566273}dt{font-weight:bold}dd{margin:0 0 .5rem;white-space:pre-line;max-width:75ch}
.thread{list-style:none;padding:0;margin:0}.thread li{padding:.25rem 0 .25rem 1rem;border-left:3px solid #A87C12}
.thread .partial{border-left-style:dashed}.thread .missing{border-left:3px dotted #566273}
table{border-collapse:collapse;width:100%;font-size:.875rem}th,td{text-align:left;vertical-align:top;padding:.4rem .5rem;border-bottom:1px solid #C9D0D9;overflow-wrap:anywhere;white-space:pre-line}
section{border-top:1px solid #C9D0D9;margin-top:1.5rem}h4{margin:1.25rem 0 .25rem}
.note{border-left:3px solid #1F4B7A;padding:.25rem 1rem;white-space:pre-line;max-width:75ch}
.partial-note{border:2px solid #8F1D17;color:#8F1D17;padding:.5rem 1rem}
.strip{list-style:none;margin:0;padding:0}.strip abbr{font-weight:bold;padding:0 .35em;border-radius:3px;text-decoration:none}
.rag-red abbr{color:#8F1D17;background:#FBE9E7}.rag-amber abbr{color:#6B4500;background:#FFF0D1}.rag-green abbr{color:#14532D;background:#E3F4E8}.rag-blue abbr{color:#1B3F7A;background:#E4ECF9}.rag-none abbr{color:#3F4A59;background:#EBEEF2}
code{overflow-wrap:anywhere}
.wide{overflow-x:auto}.wide:focus{outline:3px solid #1F4B7A}thead th{white-space:nowrap;overflow-wrap:normal}tbody th{overflow-wrap:normal;white-space:pre-line}.wide tbody th{min-width:4.5rem}.plain{font-weight:normal}.wide td{min-width:7rem}
@media print{a{color:inherit}section{break-inside:auto}}
`;
