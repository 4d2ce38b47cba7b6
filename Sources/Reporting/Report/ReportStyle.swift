/// How a report looks: on a wide and on a narrow screen, light and dark, and on paper.
enum ReportStyle {
    /// Every colour has a contrast of at least 4.5 to 1 with what it stands on.
    static let sheet = """

        :root {
          --paper: #ffffff; --ink: #1b2227; --soft: #56616a; --line: #d5dce1; --band: #f3f6f7;
          --accent: #0a6650; --bad: #a8201a; --bad-band: #fdf1f0; --good-band: #edf6f2;
        }
        @media (prefers-color-scheme: dark) {
          :root {
            --paper: #14191d; --ink: #e4e9ec; --soft: #a3afb8; --line: #36424a; --band: #1c2328;
            --accent: #6fd0ae; --bad: #ff9c93; --bad-band: #34201f; --good-band: #17302a;
          }
        }
        * { box-sizing: border-box; }
        html { -webkit-text-size-adjust: 100%; text-size-adjust: 100%; }
        body {
          margin: 0 auto; max-width: 62rem; padding: 0 1.25rem 3rem;
          background: var(--paper); color: var(--ink);
          font: 1rem/1.6 system-ui, 'Segoe UI', 'Noto Sans', 'Noto Sans CJK SC', 'PingFang SC',
            'Microsoft YaHei', sans-serif;
          overflow-wrap: break-word;
        }
        a { color: var(--accent); }
        .skip { position: absolute; left: -999rem; }
        .skip:focus { left: 1rem; top: .5rem; background: var(--paper); padding: .25rem .5rem; }
        header { border-top: .375rem solid var(--accent); padding-top: 1.75rem; }
        h1 { font-size: 1.9rem; line-height: 1.25; margin: 0 0 .75rem; text-wrap: balance; }
        h2 {
          font-size: 1.3rem; line-height: 1.3; margin: 2.75rem 0 .9rem; padding-top: .6rem;
          border-top: 1px solid var(--line);
        }
        h2 .number { color: var(--accent); margin-right: .35rem; }
        h3 { font-size: 1.02rem; line-height: 1.4; margin: 1.6rem 0 .5rem; }
        p, ul, ol { margin: 0 0 .8rem; max-width: 46rem; }
        li { margin-bottom: .3rem; }
        .facts { list-style: none; margin: 0 0 1.25rem; padding: 0; display: flex; flex-wrap: wrap;
          gap: .4rem .6rem; max-width: none; color: var(--soft); font-size: .92rem; }
        .facts li { margin: 0; padding: .12rem .6rem; border: 1px solid var(--line);
          border-radius: 1rem; }
        .facts .status { font-weight: 600; color: var(--ink); }
        .facts .good { border-color: var(--accent); color: var(--accent);
          background: var(--good-band); }
        .facts .bad { border-color: var(--bad); color: var(--bad); background: var(--bad-band); }
        nav ol { margin: 0; padding: .6rem 0; list-style: none; display: flex; flex-wrap: wrap;
          gap: .15rem 1.1rem; max-width: none; font-size: .92rem; border-top: 1px solid var(--line);
          border-bottom: 1px solid var(--line); }
        nav li { margin: 0; }
        nav a { text-decoration: none; }
        nav a:hover, nav a:focus { text-decoration: underline; }
        p.lead, .lead p { font-size: 1.12rem; line-height: 1.6; }
        #answer .lead { border-left: .25rem solid var(--accent); padding-left: 1rem; }
        .alert { border: 1px solid var(--bad); border-left-width: .3rem; background: var(--bad-band);
          padding: .9rem 1.1rem .3rem; margin-bottom: 1rem; border-radius: .2rem; }
        .alert .first { font-weight: 600; font-size: 1.08rem; }
        .note { color: var(--soft); font-size: .88rem; }
        .tiles { display: grid; grid-template-columns: repeat(auto-fill, minmax(13rem, 1fr));
          gap: .75rem; margin: 0 0 1.4rem; }
        .tile { background: var(--band); border-radius: .3rem; padding: .7rem .9rem .8rem;
          display: flex; flex-direction: column; }
        .tile dt { color: var(--soft); font-size: .85rem; line-height: 1.4; }
        .tile dd { margin: 0; font-size: .85rem; }
        .tile .value { font-size: 1.65rem; line-height: 1.35; font-weight: 600;
          font-variant-numeric: tabular-nums; }
        .tile .change { color: var(--accent); }
        .tile .grades { color: var(--soft); font-size: .76rem; line-height: 1.4; margin-top: .35rem; }
        .bar { display: flex; height: .4rem; margin-bottom: .25rem; gap: 1px; }
        .bar span { min-width: 1px; }
        .g-seed { background: #0a6650; } .g-found { background: #4f9d7f; }
        .g-recalled { background: #d39a2c; } .g-assumed { background: #b5532d; }
        .g-scenario { background: #4a6fa5; } .g-decided { background: #8a94a0; }
        .g-default, .g-ungraded { background: #b9a7c9; }
        .scroll { overflow-x: auto; margin: 0 0 1.1rem;
          background: linear-gradient(to left, var(--paper) 45%, transparent) right / 3rem 100% no-repeat local,
            linear-gradient(to left, var(--line), transparent) right / .9rem 100% no-repeat scroll; }
        .scroll:focus-visible { outline: 2px solid var(--accent); outline-offset: 2px; }
        table { border-collapse: collapse; font-size: .875rem; line-height: 1.45; min-width: 100%; }
        caption { text-align: left; font-weight: 600; padding: .4rem 0; caption-side: top; }
        th, td { padding: .32rem .7rem .32rem 0; text-align: left; vertical-align: top;
          border-bottom: 1px solid var(--line); }
        th:last-child, td:last-child { padding-right: .2rem; }
        .long { min-width: 13rem; }
        thead th { word-break: keep-all; vertical-align: bottom; color: var(--soft); font-weight: 600;
          border-bottom: 1.5px solid var(--soft); }
        thead th.group { text-align: center; border-bottom: 1px solid var(--line);
          border-left: 1px solid var(--line); color: var(--ink); }
        tbody th { font-weight: 400; }
        .n { text-align: right; font-variant-numeric: tabular-nums; }
        td.n { white-space: nowrap; }
        th.n { padding-left: .4rem; }
        .total th, .total td { font-weight: 600; border-top: 1.5px solid var(--soft); }
        .missed { color: var(--bad); font-weight: 600; }
        .reasons { padding-left: 1.1rem; }
        .reasons p { margin: 0 0 .2rem; font-weight: 600; }
        .reasons ul { margin: 0 0 .6rem; padding-left: 1.1rem; color: var(--soft);
          font-size: .92rem; }
        code, pre { font-family: ui-monospace, 'SFMono-Regular', Consolas, 'Noto Sans Mono',
          monospace; font-size: .86em; }
        td code { overflow-wrap: anywhere; }
        code.origin { white-space: nowrap; overflow-wrap: normal; }
        pre { background: var(--band); padding: .6rem .8rem; border-radius: .3rem;
          white-space: pre-wrap; overflow-wrap: anywhere; }
        .fine { font-size: .75rem; }
        figure { margin: 0 0 1.4rem; }
        figure svg { display: block; max-width: 100%; height: auto; }
        .narrow { display: none; }
        figcaption { font-size: .875rem; font-weight: 600; margin-bottom: .4rem; }
        .terms div { display: grid; grid-template-columns: minmax(9rem, 14rem) 1fr;
          gap: 0 1rem; padding: .35rem 0; border-bottom: 1px solid var(--line); }
        .terms { margin: 0; font-size: .92rem; }
        .terms dt { font-weight: 600; }
        .terms dd { margin: 0; }
        footer { margin-top: 2.5rem; border-top: 1px solid var(--line); padding-top: .8rem;
          color: var(--soft); font-size: .85rem; }
        @media screen and (max-width: 40rem) {
          body { padding: 0 .9rem 2rem; }
          h1 { font-size: 1.45rem; }
          h2 { font-size: 1.15rem; margin-top: 2.1rem; }
          p.lead, .lead p { font-size: 1.04rem; }
          .tiles { grid-template-columns: 1fr 1fr; gap: .5rem; }
          .tile { padding: .55rem .65rem; }
          .tile .value { font-size: 1.3rem; }
          table { font-size: .8rem; }
          caption { width: min(100%, 90vw); }
          th, td { padding-right: .55rem; min-width: 3.4rem; }
          td:not(.n) { min-width: 4.6rem; }
          td.long { min-width: 13rem; }
          tbody th:first-child, thead tr:first-child th:first-child {
            position: sticky; left: 0; background: var(--paper); min-width: 6rem; max-width: 9.5rem;
          }
          .terms div { grid-template-columns: 1fr; }
          .wide { display: none; }
          .narrow { display: block; }
        }
        @page {
          size: A4; margin: 17mm 15mm 18mm;
          @bottom-right { content: counter(page) " / " counter(pages); font: 8pt sans-serif; }
        }
        @media print {
          :root {
            --paper: #ffffff; --ink: #000000; --soft: #444c52; --line: #c3cbd0; --band: #f3f6f7;
            --accent: #0a6650; --bad: #a8201a; --bad-band: #fdf1f0; --good-band: #edf6f2;
            color-scheme: light;
          }
          * { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
          body { max-width: none; padding: 0; font-size: 10pt; line-height: 1.45; }
          nav, .skip { display: none; }
          header { padding-top: .8rem; }
          h1 { font-size: 18pt; }
          h2 { font-size: 13pt; margin-top: 1.4rem; break-after: avoid; }
          h3, caption { break-after: avoid; }
          p, ul, ol { max-width: none; orphans: 3; widows: 3; }
          p.lead, .lead p { font-size: 11pt; }
          .tiles { grid-template-columns: repeat(4, 1fr); gap: 2mm; }
          .tile { break-inside: avoid; }
          .tile .value { font-size: 15pt; }
          .scroll { overflow: visible; background: none; }
          .long { min-width: 0; }
          table { font-size: 8.2pt; width: 100%; }
          th, td { padding: .8mm 1.6mm .8mm 0; }
          thead { display: table-header-group; }
          tr, figure, .alert, .reasons > li, .terms div, .whole { break-inside: avoid; }
          .fine { font-size: 6.5pt; }
          a { color: inherit; text-decoration: none; }
        }

        """
}
