/** Style of index.html: the product's own inks, no web font, readable at 320 px and on paper. */
export const INDEX_STYLE = `
*{box-sizing:border-box}
body{font:1rem/1.5 "Atkinson Hyperlegible Next","Segoe UI",Arial,sans-serif;color:#1B2430;background:#F6F7F9;margin:0}
.paper{max-width:76rem;margin:0 auto;padding:1.5rem clamp(1rem,4vw,3rem) 3rem;background:#fff}
h1,h2,h3,h4{line-height:1.25;overflow-wrap:anywhere}h1{margin:0;font-size:1.75rem}
h2{border-top:1px solid #C9D0D9;padding-top:1.25rem;margin:2.5rem 0 .75rem;font-size:1.375rem}h3{font-size:1.125rem}h4{margin:1.5rem 0 .375rem;font-size:1rem}
p,li,dd{max-width:75ch}td p,td li{max-width:none}
a{color:#1F4B7A;overflow-wrap:anywhere}a:focus{outline:3px solid #1F4B7A;outline-offset:2px}
.skip{position:absolute;left:-999px}.skip:focus{left:1rem;background:#fff;padding:.5rem}
.marking{max-width:none;margin:0 0 1.5rem;text-align:center;font-weight:bold;letter-spacing:.05em}footer .marking{margin:1.5rem 0 0}
.kind{max-width:none;margin:0;padding-top:1rem;border-top:3px solid #A87C12;color:#566273;font-weight:600}.whose{font-size:1.0625rem;margin:.5rem 0}
.plain,.source{color:#566273;font-weight:normal}.words{white-space:pre-line}
.files{display:grid;grid-template-columns:repeat(auto-fill,minmax(15rem,1fr));gap:.375rem 1.5rem;list-style:none;margin:1.25rem 0;padding:0}.files .plain{font-size:.875rem}
.standing{padding:1rem 1.25rem;background:#F6F7F9;border-radius:8px}.standing p{max-width:none;margin:0}.headline{font-size:1.125rem;font-weight:600}
.note{border-left:3px solid #1F4B7A;padding:.25rem 1rem;white-space:pre-line}
.partial-note{border:2px solid #8F1D17;border-radius:8px;color:#8F1D17;padding:.5rem 1rem}
nav ul{margin:.25rem 0 .75rem;padding-left:1.25rem}nav h3{margin:.75rem 0 0;font-size:1rem}
section{border-top:1px solid #C9D0D9;margin-top:2rem}section h2{border-top:0}
blockquote{margin:.75rem 0;padding:.5rem 1rem;border-left:3px solid #A87C12;font-size:1.125rem;white-space:pre-line;max-width:75ch;overflow-wrap:anywhere}
.facts{display:grid;gap:.375rem;margin:1rem 0}.facts div{display:grid;grid-template-columns:12rem minmax(0,1fr);gap:1rem}
dt{color:#566273}dd{margin:0;white-space:pre-line;overflow-wrap:anywhere}dl:not(.facts) dt{margin-top:.5rem}
.thread{display:grid;grid-template-columns:repeat(4,minmax(0,1fr));list-style:none;margin:.5rem 0 1rem;padding:0}
.thread li{position:relative;padding:1.5rem 1rem 0 0;overflow-wrap:anywhere}
.thread li::before{content:"";position:absolute;left:0;top:0;width:1rem;height:1rem;border:2px solid #A87C12;border-radius:50%;background:#A87C12}
.thread .partial::before{background:#fff}.thread .missing::before{content:"\\2715"/"";border:0;background:none;color:#566273;font-weight:bold;line-height:1}
.thread li+li::after{content:"";position:absolute;top:.4375rem;left:calc(-100% + 1.375rem);right:calc(100% + .375rem);border-top:2px solid #A87C12}
.thread .partial::after,.thread .missing::after{border-top-style:dotted!important}
table{border-collapse:collapse;width:100%;font-size:.875rem;line-height:1.4}th,td{text-align:left;vertical-align:top;padding:.5rem;border-bottom:1px solid #C9D0D9;overflow-wrap:anywhere;white-space:pre-line}
thead th{background:#F6F7F9;white-space:nowrap;overflow-wrap:normal}tbody th{overflow-wrap:normal}.wide{overflow-x:auto;margin:.5rem 0}.wide:focus{outline:3px solid #1F4B7A}.wide tbody th{min-width:4.5rem}.wide td{min-width:7rem}
.tight{margin:0;padding-left:1.125rem;white-space:normal}
.strip{list-style:none;margin:0;padding:0}.strip li{white-space:nowrap}.strip abbr{font-weight:bold;padding:0 .35em;border-radius:3px;text-decoration:none}
.rag{padding:.0625rem .4em;border-radius:4px;font-weight:600;white-space:nowrap}
.rag-red abbr,.rag.rag-red{color:#8F1D17;background:#FBE9E7}.rag-amber abbr,.rag.rag-amber{color:#6B4500;background:#FFF0D1}.rag-green abbr,.rag.rag-green{color:#14532D;background:#E3F4E8}.rag-blue abbr,.rag.rag-blue{color:#1B3F7A;background:#E4ECF9}.rag-none abbr,.rag.rag-none{color:#3F4A59;background:#EBEEF2}
.evidence{list-style:none;margin:0;padding:0}.evidence li{padding:.625rem 0;border-bottom:1px solid #C9D0D9}.evidence p{margin:0}.evidence a{font-weight:600}.evidence p+.plain{font-size:.875rem}
footer{margin-top:2.5rem;border-top:1px solid #C9D0D9;font-size:.875rem}code{overflow-wrap:anywhere}
@media(max-width:40rem){.thread,.facts div{grid-template-columns:minmax(0,1fr)}.facts div{gap:0}.thread li{padding:0 0 .625rem 1.5rem}.thread li+li::after{display:none}}
@media print{body{background:none}.paper{max-width:none;padding:0}a{color:inherit}*{print-color-adjust:exact}h2,h3,h4{break-after:avoid}tr,.evidence li,blockquote{break-inside:avoid}}
`;
