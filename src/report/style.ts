/**
 * The one style sheet of a report. The page's policy admits it by its hash, so that a change here needs the new hash below;
 * a test computes it and says what it must be.
 */
export const STYLE = `:root{--paper:#fff;--ink:#1f2933;--faint:#5f6873;--rule:#d5dae0;--soft:#f4f6f8;color-scheme:light dark}
*{box-sizing:border-box}
body{margin:0;background:var(--paper);color:var(--ink);font:16px/1.6 system-ui,-apple-system,"Segoe UI","Noto Sans SC","Noto Sans CJK SC","Source Han Sans SC","PingFang SC","Microsoft YaHei","Hiragino Sans GB",sans-serif}
:lang(zh) body,body:lang(zh){line-height:1.75}
main{max-width:1180px;margin:0 auto;padding:24px 20px 64px}
h1{font-size:1.6rem;line-height:1.25;margin:.2em 0 .5em}
h2{font-size:1.2rem;line-height:1.3;margin:2.2em 0 .6em;padding-top:.6em;border-top:1px solid var(--rule)}
p,ul{max-width:46em;margin:.6em 0}
ul{padding-left:1.3em}
.lead{font-size:1.18rem;line-height:1.55;max-width:42em}
.answers{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(300px,100%),1fr));gap:20px 36px;margin:1.2em 0}
.answers div{border-top:3px solid var(--ink);padding-top:.5em}
.answers dt{font-weight:600;font-size:1.1rem;margin-bottom:.3em}
.answers dd{margin:0 0 .6em;overflow-wrap:anywhere}
.answers code{display:block;background:var(--soft);padding:.6em .8em;font-size:.8rem;line-height:1.5;white-space:pre-wrap}
.tip{position:fixed;z-index:1;max-width:min(22em,90vw);padding:.35em .6em;border-radius:4px;background:var(--ink);color:var(--paper);font-size:.85rem;line-height:1.4;white-space:pre-line;pointer-events:none}
.tip[hidden]{display:none}
.figures{display:grid;grid-template-columns:repeat(auto-fill,minmax(min(320px,100%),1fr));gap:28px 32px;margin:1em 0}
.wide{grid-template-columns:repeat(auto-fill,minmax(min(340px,100%),1fr))}
figure{margin:0;min-width:0}
figure svg{display:block;max-width:100%;height:auto;margin:0 auto}
figcaption{color:var(--faint);font-size:.9rem;margin-top:.4em;text-align:center}
.table{overflow-x:auto;margin:1em 0}
table{border-collapse:collapse;font-size:.92rem;line-height:1.45}
th,td{padding:.42em .8em;text-align:left;vertical-align:top;border-bottom:1px solid var(--rule)}
th{font-weight:600;word-break:keep-all;border-bottom:2px solid var(--rule);background:var(--paper)}
.n{text-align:right;font-variant-numeric:tabular-nums;white-space:nowrap}
details{margin:1em 0}
summary{cursor:pointer;font-weight:600}
pre{background:var(--soft);padding:1em;overflow-x:auto;font-size:.82rem;line-height:1.45;max-height:30em}
.gx-ground,.gx-disc{fill:var(--paper)}
.gx-ink{fill:var(--ink)}
.gx-halo{stroke:var(--paper)}
.gx-faint{fill:var(--faint)}
.gx-rule{stroke:var(--rule)}
.gx-axis{stroke:var(--faint)}
.gx-mark{stroke:var(--ink)}
@media screen and (prefers-color-scheme:dark){
:root{--paper:#14191f;--ink:#e8ecf0;--faint:#a3adb8;--rule:#39424c;--soft:#1c232b}
.gx-line.gx-power,.gx-line.gx-grew,.gx-line.gx-s1{stroke:#56b4e9}
.gx-head.gx-power,.gx-head.gx-grew,.gx-head.gx-s1,.gx-text.gx-s1{fill:#56b4e9}
.gx-line.gx-resources,.gx-line.gx-shrank,.gx-line.gx-s2{stroke:#f0a13a}
.gx-head.gx-resources,.gx-head.gx-shrank,.gx-head.gx-s2,.gx-text.gx-s2{fill:#f0a13a}
.gx-line.gx-trust,.gx-line.gx-appeared,.gx-line.gx-s3{stroke:#3fcf9f}
.gx-head.gx-trust,.gx-head.gx-appeared,.gx-head.gx-s3,.gx-text.gx-s3{fill:#3fcf9f}
.gx-line.gx-vanished,.gx-line.gx-s4{stroke:#e58ab8}
.gx-head.gx-vanished,.gx-head.gx-s4,.gx-text.gx-s4{fill:#e58ab8}
.gx-line.gx-same,.gx-line.gx-unknown{stroke:#8a95a1}
.gx-head.gx-same,.gx-head.gx-unknown{fill:#8a95a1}
.gx-line.gx-own{stroke:#b9aef5}
.gx-head.gx-own{fill:#b9aef5}
.gx-line.gx-s0{stroke:#c3cad1}
.gx-head.gx-s0,.gx-text.gx-s0{fill:#c3cad1}
.gx-line.gx-s5{stroke:#d9c04a}
.gx-head.gx-s5,.gx-text.gx-s5{fill:#d9c04a}
.gx-line.gx-s6{stroke:#8fc7ea}
.gx-head.gx-s6,.gx-text.gx-s6{fill:#8fc7ea}
.gx-line.gx-s7{stroke:#f0a3c4}
.gx-head.gx-s7,.gx-text.gx-s7{fill:#f0a3c4}
.gx-actor circle,.gx-actor polygon{stroke:#14191f}
}
@media screen and (max-width:640px){
.cards,.cards tbody,.cards tr,.cards td{display:block}
.cards thead{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}
.cards tr{border-bottom:1px solid var(--rule);padding:.55em 0}
.cards td,.cards td.n{display:grid;grid-template-columns:7.5em 1fr;gap:.8em;border:0;padding:.12em 0;text-align:left}
.cards td::before{content:attr(data-label);color:var(--faint);font-size:.92em;white-space:normal}
}
@media print{
body{font-size:10.5pt}
table{font-size:9pt}
main{padding:0;max-width:none}
h1{font-size:17pt}
h2,h2+p{break-after:avoid}
h2{margin-top:1.4em}
details:not(:has(pre))::details-content{content-visibility:visible;block-size:auto}
figure,tr{break-inside:avoid}
.figures,.wide{grid-template-columns:1fr 1fr;gap:16px}
.table{overflow:visible}
pre{max-height:none;white-space:pre-wrap;overflow-wrap:anywhere}
.answers{grid-template-columns:1fr 1fr 1fr;gap:12px 18px}
.tip{display:none}
}
@page{size:A4;margin:16mm 14mm}
`

/** SHA-256 of `STYLE`, base64, as the policy names it. */
export const STYLE_HASH = 'sha256-wZLRB19f6bytsedTn4sv47m1S7iE1WkF/7hOLNRnePM='
