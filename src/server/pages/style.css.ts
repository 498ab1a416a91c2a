/**
 * The one stylesheet of server pages: system fonts, large type, one blue for action, red for errors only. Sent inside
 * each page, so that the first page needs one round trip.
 */
export const style = `
:root{--blue:#0b4f9e;--blue-dark:#093f7f;--ink:#1b242d;--dim:#4d5863;--line:#d0d7de;--field:#87929e;--ground:#f6f8fa;--red:#b01b15;--green:#166637;--amber:#835302}
*{box-sizing:border-box}
html{font-size:112.5%;-webkit-text-size-adjust:100%}
body{margin:0;color:var(--ink);background:#fff;font:1rem/1.55 system-ui,-apple-system,"Segoe UI",Roboto,"Noto Sans","Liberation Sans",Arial,sans-serif;font-variant-numeric:tabular-nums;overflow-wrap:break-word}
a{color:var(--blue);text-underline-offset:.15em}
:focus-visible{outline:3px solid var(--blue);outline-offset:2px}
h1{font-size:1.5rem;line-height:1.25;margin:0 0 1rem;text-wrap:balance}
h2{font-size:1.15rem;line-height:1.3;margin:2rem 0 .75rem}
p{margin:0 0 1rem}
.skip{position:absolute;left:-100rem;padding:.5rem 1rem;background:#fff}
.skip:focus{left:.5rem;top:.5rem}
.top{border-top:4px solid var(--blue);border-bottom:1px solid var(--line)}
.top>div,main,.foot>div{max-width:60rem;margin:0 auto;padding:0 1rem}
.top>div{display:flex;flex-wrap:wrap;gap:.25rem 1.5rem;align-items:center;justify-content:space-between;padding-top:.75rem;padding-bottom:.75rem}
.brand{color:inherit;text-decoration:none;line-height:1.3}
.brand b{display:block;font-size:1.05rem}
.brand span,.dim{color:var(--dim);font-size:.9rem}
nav a{display:inline-block;padding:.45rem 0;margin-right:1.25rem}
main{padding-top:2rem;padding-bottom:3rem}
main.narrow{max-width:29rem}
main:focus{outline:none}
.foot{border-top:1px solid var(--line);background:var(--ground);color:var(--dim);font-size:.9rem}
.foot>div{padding-top:1rem;padding-bottom:1.25rem}
label,.label{display:block;font-weight:600;margin-bottom:.25rem}
.hint{display:block;color:var(--dim);font-size:.9rem;margin:-.1rem 0 .35rem}
.field{margin:0 0 1.15rem}
input[type=text],input[type=password],input[type=search],input[type=date],select,textarea{width:100%;min-height:3rem;padding:.55rem .7rem;font:inherit;color:inherit;background:#fff;border:1px solid var(--field);border-radius:4px}
input[aria-invalid=true]{border-color:var(--red);border-width:2px}
.code{font-size:1.4rem!important;letter-spacing:.25em;max-width:14rem}
button,.button{display:inline-block;min-height:3rem;padding:.6rem 1.4rem;font:inherit;font-weight:600;line-height:1.4;text-align:center;text-decoration:none;color:#fff;background:var(--blue);border:1px solid var(--blue);border-radius:4px;cursor:pointer}
button:hover,.button:hover{background:var(--blue-dark)}
.full{width:100%}
.plain{color:var(--blue);background:#fff;border-color:var(--field)}
.plain:hover{background:var(--ground)}
.alert{display:flex;gap:.65rem;margin:0 0 1.25rem;padding:.75rem .9rem;border:1px solid var(--red);border-left-width:5px;border-radius:4px;background:#fff}
.alert svg{flex:none;width:1.35rem;height:1.35rem;margin-top:.1rem;fill:var(--red)}
.alert p{margin:0}
.alert.good{border-color:var(--green)}.alert.good svg{fill:var(--green)}
.demo{margin-top:2.5rem;padding-top:1.25rem;border-top:1px solid var(--line)}
.demo h2{margin-top:0}
.mark{display:inline-block;padding:.05rem .5rem;border:1px solid var(--amber);border-radius:4px;color:var(--amber);font-size:.85rem;font-weight:600}
.people{list-style:none;margin:0;padding:0;display:grid;gap:.5rem}
.people.side{grid-template-columns:repeat(auto-fill,minmax(15rem,1fr))}
.columns{columns:2 17rem;padding-left:1.2rem}.columns li{break-inside:avoid;padding:.15rem 0}
.people button{width:100%;text-align:left;font-weight:400;color:var(--ink);background:#fff;border-color:var(--line)}
.people button:hover{border-color:var(--blue);background:var(--ground)}
.people b{display:block;color:var(--blue)}
dl{display:grid;grid-template-columns:6.5rem 1fr;gap:.3rem .75rem;margin:0}
dt{color:var(--dim)}dd{margin:0}
.task{padding:.25rem 0 1.25rem;border-bottom:1px solid var(--line)}.task h2{font-size:1.05rem;margin:1rem 0 .6rem}
table{border-collapse:collapse;width:100%}
th,td{padding:.5rem .6rem;border-bottom:1px solid var(--line);text-align:left;vertical-align:top}
th{font-weight:600}
.scroll{overflow-x:auto}
@media(max-width:30rem){dl{grid-template-columns:1fr;gap:0}dd{margin-bottom:.5rem}h1{font-size:1.35rem}main{padding-top:1.25rem}.scroll td,.scroll th{padding:.45rem .4rem}}
@media print{.top nav,.foot,.skip,button{display:none}main{padding:0;max-width:none}}
`.replaceAll('\n', '');
