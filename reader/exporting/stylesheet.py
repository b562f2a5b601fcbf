"""The look of an exported page; its colours are those of the screens, at 4.5:1 and more."""

STYLE = """
:root { color-scheme: light dark; --ground: #fbfaf6; --text: #2d2b27; --dim: #65625a;
  --rule: #b3ad9d; --accent: #1b579c; --differs: #9a4400; }
@media (prefers-color-scheme: dark) {
  :root { --ground: #15171c; --text: #d9d5cb; --dim: #a9a69d; --rule: #596069;
    --accent: #8fc1f0; --differs: #f4ab5c; } }
* { box-sizing: border-box; }
body { margin: 0 auto; padding: 1rem; max-width: 75rem; background: var(--ground);
  color: var(--text); font: 1rem/1.5 system-ui, sans-serif; overflow-wrap: anywhere; }
h1 { font-size: 1.4rem; } h2 { font-size: 1.2rem; border-top: 1px solid var(--rule);
  padding-top: .75rem; } h3 { font-size: 1rem; margin: 0; }
small, .why { color: var(--dim); font-weight: normal; font-size: .875rem; }
.why { margin: .1rem 0 .4rem; }
a { color: var(--accent); }
.articles { list-style: none; padding: 0; } .articles li { display: flex; gap: .6rem; }
.articles b { min-width: 1.2rem; }
article { margin: 1rem 0 1.5rem; break-inside: avoid; }
.sign { color: var(--differs); }
.passages { display: grid; gap: .75rem 1.5rem;
  grid-template-columns: repeat(auto-fit, minmax(min(100%, 18rem), 1fr)); }
figure { margin: 0; } figcaption { font-weight: bold; }
blockquote { margin: 0; padding-left: .75rem; border-left: 2px solid var(--rule);
  white-space: pre-line; }
mark { background: none; color: inherit; font-weight: bold; text-decoration: underline;
  text-decoration-color: var(--differs); text-underline-offset: .15em; }
@media print { :root { --ground: #fff; --text: #000; --dim: #444; --rule: #999;
  --accent: #000; --differs: #000; } body { max-width: none; padding: 0; font-size: 10pt; }
  h2, h3 { break-after: avoid; } }
"""
