// How the report looks in a notebook, whose own colours it takes: light, dark, whatever the theme.

/** Everything is below `.whyloss`, so that nothing else of the notebook changes. */
export const STYLE = `
.whyloss{color:inherit;padding:4px 0 8px;font:14px/1.55 system-ui,-apple-system,"Segoe UI","Noto Sans","Noto Sans CJK SC",sans-serif;font-variant-numeric:tabular-nums;overflow-wrap:anywhere}
.whyloss p,.whyloss ul,.whyloss dl,.whyloss figure{margin:0;padding:0;max-width:none}
.whyloss .verdict{font-size:16px;font-weight:650;line-height:1.4;margin:0 0 4px}
.whyloss .cause{font-weight:650;margin:16px 0 4px}
.whyloss .verdict,.whyloss .cause{padding-left:1.5em;text-indent:-1.5em}
.whyloss .sign{display:inline-block;width:1.5em;text-indent:0}
.whyloss .ill{color:#d0453a}.whyloss .likely{color:#b87800}.whyloss .well{color:#2a8f57}
.whyloss .quiet{opacity:.75;font-weight:400}
.whyloss figure{margin:16px 0 8px;display:grid;grid-template-columns:max-content minmax(0,1fr) max-content;column-gap:8px;font-size:12px;line-height:1.3}
.whyloss .y{display:flex;flex-direction:column;justify-content:space-between;text-align:right}
.whyloss .plot{height:168px}
.whyloss svg{display:block;width:100%;height:100%;overflow:visible}
.whyloss .ends{position:relative;min-width:64px;font-weight:600}
.whyloss .ends span{position:absolute;left:0;transform:translateY(-50%);white-space:nowrap}
.whyloss .x{grid-column:2;display:flex;justify-content:space-between;padding-top:4px}
.whyloss .y,.whyloss .x{opacity:.75}
.whyloss figcaption{grid-column:1/-1;display:flex;flex-wrap:wrap;gap:0 16px;padding-top:8px;font-size:14px}
.whyloss dl{display:grid;grid-template-columns:max-content minmax(0,1fr);gap:4px 16px;padding-left:1.5em}
.whyloss dl>dt,.whyloss dl>dd{float:none;width:auto;margin:0;padding:0}.whyloss dl>dt{font-weight:650;white-space:nowrap}
.whyloss dd p+p{margin-top:4px}.whyloss dl+p{margin-top:16px}
.whyloss section{max-width:76ch}.whyloss section+section{margin-top:24px}
.whyloss details{margin-top:16px;max-width:1120px}
.whyloss summary{cursor:pointer;padding:4px 0}
.whyloss summary:focus-visible{outline:2px solid currentColor;outline-offset:2px}
.whyloss iframe{display:block;width:100%;height:640px;border:1px solid rgba(127,127,127,.4);margin-top:8px;background:#fbfbf9}
@media(max-width:520px){.whyloss dl{grid-template-columns:minmax(0,1fr);gap:0;padding-left:0}.whyloss dl>dd{margin-bottom:8px}}
`.replaceAll('\n', '')
