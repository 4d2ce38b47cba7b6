// The page's own script. It has no words: what it says comes from the element `texts`, and what it
// builds comes from the page's templates. The state of the page is its address.
'use strict';

(() => {
  const $ = (id) => document.getElementById(id);
  const all = (selector, within = document) => [...within.querySelectorAll(selector)];
  const texts = JSON.parse($('texts').textContent);

  function say(name, values = {}) {
    return texts[name].replace(/\{(\w+)\}/g, (whole, key) =>
      key in values ? String(values[key]) : whole);
  }

  // Names this page to the server, so that its own older requests can be dropped and no other's.
  const pageName = Array.from(crypto.getRandomValues(new Uint8Array(12)), (byte) =>
    byte.toString(16).padStart(2, '0')).join('');

  const levers = $('levers');

  // ---------------------------------------------------------------------------------------------
  // The state

  const ownParameters = new Set(['v', 'scenario', 'base', 'compare', 'year', 'bands', 'lang']);

  class State {
    constructor(search) {
      this.values = new Map();
      this.base = 'opened';
      this.compared = [];
      this.year = null;
      this.bands = null;
      this.language = null;
      this.version = null;
      this.scenario = null;
      for (const [name, value] of new URLSearchParams(search)) {
        switch (name) {
          case 'v': this.version = value; break;
          case 'scenario': this.scenario = value; break;
          case 'base': this.base = value; break;
          case 'compare': if (!this.compared.includes(value)) this.compared.push(value); break;
          case 'year': this.year = value; break;
          case 'bands': this.bands = value; break;
          case 'lang': this.language = value; break;
          default: this.values.set(name, value);
        }
      }
      this.scenario ??= openedScenario();
    }

    // Parameters in the order of a canonical link.
    get query() {
      const parts = [];
      const add = (name, value) => parts.push(`${encode(name)}=${encode(value)}`);
      if (this.version !== null) add('v', this.version);
      add('scenario', this.scenario);
      const names = [...this.values.keys()].sort();
      const isDerived = (name) => name.includes('-') && !name.includes('.');
      for (const name of names.filter(isDerived)) add(name, this.values.get(name));
      for (const name of names.filter((name) => !isDerived(name))) {
        add(name, this.values.get(name));
      }
      if (this.base !== 'opened') add('base', this.base);
      for (const name of this.compared) add('compare', name);
      if (this.year !== null) add('year', this.year);
      if (this.bands !== null) add('bands', this.bands);
      if (this.language !== null) add('lang', this.language);
      return parts.join('&');
    }
  }

  function encode(text) {
    return encodeURIComponent(text)
      .replace(/[!\x27()*]/g, (mark) => '%' + mark.charCodeAt(0).toString(16).toUpperCase())
      .replace(/%3A/g, ':');
  }

  function openedScenario() {
    return levers.elements.namedItem('scenario')?.value ?? '';
  }

  // The address may be a shorter way of writing what the answer's own link says.
  let state = new State(location.search || '?' + ($('answer')?.dataset.query ?? ''));
  if ($('answer')?.dataset.query) state.version = new State('?' + $('answer').dataset.query).version;

  // ---------------------------------------------------------------------------------------------
  // Levers

  const leverOf = (element) => element.closest('.lever');
  const controlOf = (lever) => lever.querySelector('input[name], select[name]');
  const isTable = (control) => control.closest('#places') !== null;

  function valueOf(control) {
    return control.type === 'checkbox' ? String(control.checked) : control.value;
  }

  function same(first, second) {
    if (first === second) return true;
    if (first === '' || second === '') return false;
    const [a, b] = [Number(first), Number(second)];
    return Number.isFinite(a) && Number.isFinite(b) && a === b;
  }

  // Shows a value in every control of a lever; null for what each has without a change.
  function show(lever, value) {
    for (const control of all('input, select', lever)) {
      const shown = value ?? control.dataset.default ?? '';
      if (control.type === 'checkbox') control.checked = shown === 'true';
      else if (control.value !== shown) control.value = shown;
    }
  }

  // The keys of a lever that are set place by place: `hosting.CN-YN.2026` belongs to `hosting`.
  function placesOf(lever) {
    const keys = all('[data-key]', lever).map((button) => button.dataset.key);
    const isLever = (name) => all('.lever', levers).some((other) => other.dataset.lever === name);
    return [...state.values.keys()].filter((name) =>
      keys.some((key) => name.startsWith(key + '.')) && !isLever(name));
  }

  function readLever(lever, control) {
    const name = lever.dataset.lever;
    const value = valueOf(control);
    const standard = controlOf(lever).dataset.default ?? '';
    if (value === '' || same(value, standard)) state.values.delete(name);
    else state.values.set(name, value);
    show(lever, state.values.get(name) ?? null);
  }

  function showLevers() {
    for (const lever of all('.lever', levers)) {
      show(lever, state.values.get(lever.dataset.lever) ?? null);
    }
    markLevers();
  }

  const counted = (count) =>
    count === 0 ? '' : count === 1 ? say('changedOne') : say('changedMany', {count});

  function markLevers() {
    const groups = new Map();
    for (const lever of all('.lever', levers)) {
      const isChanged = state.values.has(lever.dataset.lever) || placesOf(lever).length > 0;
      lever.toggleAttribute('data-changed', isChanged);
      for (const button of all('.reset', lever)) button.hidden = !isChanged;
      const group = lever.closest('[data-group]');
      if (group) groups.set(group, (groups.get(group) ?? 0) + (isChanged ? 1 : 0));
    }
    for (const [group, count] of groups) {
      const head = group.querySelector(':scope > summary, :scope > legend');
      let mark = head?.querySelector('.changed-count');
      if (head && !mark) {
        mark = document.createElement('span');
        mark.className = 'changed-count';
        head.append(' ', mark);
      }
      if (mark) mark.textContent = counted(count);
    }
    const total = state.values.size;
    $('changed').textContent = counted(total);
    $('changed-short').textContent = total === 0 ? '' : `(${total})`;
    $('reset-all').disabled = total === 0;
  }

  function resetLever(lever) {
    state.values.delete(lever.dataset.lever);
    for (const name of placesOf(lever)) state.values.delete(name);
    show(lever, null);
  }

  // ---------------------------------------------------------------------------------------------
  // Answers: at most one request under way, and the latest that waits

  let underWay = null;
  let waiting = null;
  let pause = 0;
  let retryTimer = null;

  // - since: when the event happened that the answer is awaited for.
  // - isLast: whether the lever was let go of.
  function ask({since = performance.now(), isLast = true, word = null} = {}) {
    const query = state.query;
    if (underWay && underWay.query === query && !waiting) {
      if (isLast) Object.assign(underWay, {since, isLast, word});
      return;
    }
    const shown = $('answer')?.dataset;
    if (!underWay && !waiting && shown?.asked === query && !shown.draft) {
      if (isLast) finish({query, since, isLast, word});
      return;
    }
    waiting = {query, since, isLast, word};
    // Nobody waits for a place on the way where the lever was let go of, nor for what takes long
    // where it is moved again.
    if (underWay?.isWhole || (isLast && underWay && !underWay.isLast)) underWay.leave.abort();
    if (!underWay && retryTimer === null) work();
  }

  async function work() {
    while (waiting) {
      underWay = waiting;
      waiting = null;
      const leave = new AbortController();
      underWay.leave = leave;
      const busy = setTimeout(() => document.documentElement.classList.add('working'), 250);
      try {
        const response = await fetch('/answer?' + underWay.query, {
          headers: {
            'X-Greenalu-Page': pageName, ...(underWay.isWhole ? {} : {'X-Greenalu-Draft': 'true'}),
          },
          signal: AbortSignal.any([AbortSignal.timeout(60000), leave.signal]),
        });
        const type = response.headers.get('Content-Type') ?? '';
        const body = await response.text();
        backOnline();
        if (response.status === 409) {
          // A newer request of this page took its place.
        } else if (type.startsWith('text/html') && (response.ok || response.status === 422)) {
          if (!waiting?.isLast) swap(body, underWay);
          // What takes long follows once the lever was let go of.
          if (!waiting && underWay.isLast && $('answer').dataset.draft) {
            waiting = {...underWay, isWhole: true};
          }
        } else if (underWay.isLast || response.status === 401) {
          refused(response.status, body);
        }
      } catch {
        if (leave.signal.aborted) continue;
        waiting ??= underWay;
        offline();
        return;
      } finally {
        clearTimeout(busy);
        document.documentElement.classList.remove('working');
        underWay = null;
      }
    }
  }

  function swap(html, request) {
    const parsed = document.createElement('template');
    parsed.innerHTML = html;
    const fresh = parsed.content.querySelector('#answer');
    const old = $('answer');
    if (!fresh || !old) return;
    const open = openDetails(old);
    const scrolled = all('.scroll', old).map((region) => region.scrollLeft);
    const tiles = old.querySelector('.tiles:not([hidden])')?.scrollLeft ?? 0;
    const focus = old.contains(document.activeElement) ? pathOf(document.activeElement, old) : null;
    const top = scrollY;
    fresh.dataset.asked = request.query;
    old.replaceWith(fresh);
    for (const [key, details] of detailsOf(fresh)) if (open.has(key)) details.open = open.get(key);
    all('.scroll', fresh).forEach((region, index) => {
      if (scrolled[index]) region.scrollLeft = scrolled[index];
    });
    const row = fresh.querySelector('.tiles:not([hidden])');
    if (row && tiles) row.scrollLeft = tiles;
    if (focus) elementAt(focus, fresh)?.focus({preventScroll: true});
    if (scrollY !== top) scrollTo(scrollX, top);
    markInvalid(fresh);
    finish(request);
  }

  // What is due once an answer stands in the page.
  function finish(request) {
    const answer = $('answer');
    delete answer.dataset.milliseconds;
    requestAnimationFrame(() => requestAnimationFrame(() => {
      answer.dataset.milliseconds = (performance.now() - request.since).toFixed(1);
    }));
    if (!request.isLast) return;
    // What was pushed may say more than needed; the answer knows the shortest way to say it.
    const query = answer.dataset.query;
    if (query && state.query === request.query && answer.dataset.status !== 'rejected') {
      const asked = state.query;
      state = new State('?' + query);
      if (query !== asked) {
        history.replaceState(history.state, '', '/?' + query);
        answer.dataset.asked = query;
      }
      refreshLinks();
      markLevers();
    }
    announce(request.word ?? sentenceOf(answer));
  }

  // One sentence that says what the answer is now.
  function sentenceOf(answer) {
    if (answer.dataset.status === 'rejected') return say('refused');
    const status = answer.querySelector('.facts .status')?.textContent.trim();
    const tile = answer.querySelector('.tiles:not([hidden]) .tile');
    const parts = tile ? all('dt, dd', tile).map((part) => part.textContent.trim()) : [];
    return [status, parts.join(' ')].filter(Boolean).join('. ') || say('answered');
  }

  function announce(text) {
    $('announcement').textContent = text;
  }

  // The lever that an answer refuses, found by the key it names.
  function markInvalid(answer) {
    for (const lever of all('.lever[data-refused]', levers)) refuse(lever, false);
    if (answer.dataset.status !== 'rejected') return;
    for (const link of all('a[href^="#lever-"]', answer)) {
      const lever = $(link.getAttribute('href').slice(1))?.closest('.lever');
      if (!lever) continue;
      refuse(lever, true);
      const group = lever.closest('[data-group]');
      if (group) group.open = true;
    }
  }

  function refuse(lever, isRefused) {
    lever.toggleAttribute('data-refused', isRefused);
    const control = controlOf(lever);
    if (isRefused) control?.setAttribute('aria-invalid', 'true');
    else control?.removeAttribute('aria-invalid');
  }

  function leverFor(field) {
    const name = (field ?? '').replace(/^(settings|levers)\./, '');
    return all('.lever', levers).find((lever) =>
      lever.dataset.lever === name || name.startsWith(lever.dataset.lever + '.'));
  }

  // Details are known by the nearest name above them and their place below it.
  function detailsOf(root) {
    const counts = new Map();
    return all('details', root).map((details) => {
      const near = details.closest('figure, section, [id]');
      const name = near?.dataset.figure ? near.dataset.figure + (near.dataset.year ?? '')
        : near?.className || near?.id || '';
      const key = `${name} ${details.className}`;
      const count = (counts.get(key) ?? 0) + 1;
      counts.set(key, count);
      return [`${key} ${count}`, details];
    });
  }

  const openDetails = (root) => new Map(detailsOf(root).map(([key, details]) => [key, details.open]));

  function pathOf(element, root) {
    if (element.id) return {id: element.id};
    const steps = [];
    for (let step = element; step !== root; step = step.parentElement) {
      steps.unshift([...step.parentElement.children].indexOf(step));
    }
    return {steps, tag: element.tagName};
  }

  function elementAt(path, root) {
    if (path.id) return $(path.id);
    const found = path.steps.reduce((step, index) => step?.children[index], root);
    return found?.tagName === path.tag ? found : null;
  }

  // ---------------------------------------------------------------------------------------------
  // The program is gone, or says no

  function offline() {
    pause = Math.min(pause === 0 ? 1 : pause * 2, 15);
    $('offline-text').textContent = say('offline', {seconds: pause});
    $('offline').hidden = false;
    $('retry').hidden = false;
    clearTimeout(retryTimer);
    retryTimer = setTimeout(retry, pause * 1000);
  }

  function retry() {
    clearTimeout(retryTimer);
    retryTimer = null;
    if (!waiting) waiting = {query: state.query, since: performance.now(), isLast: true, word: null};
    if (!underWay) work();
  }

  function backOnline() {
    if ($('offline').hidden) return;
    pause = 0;
    $('offline').hidden = true;
    announce(say('online'));
  }

  function needToken() {
    $('offline-text').textContent = say('tokenNeeded');
    $('offline').hidden = false;
    $('retry').hidden = true;
  }

  // Shows what the program's own words say about a refusal.
  function refused(status, body) {
    if (status === 401) {
      needToken();
      return;
    }
    let problems = [];
    let message = '';
    try {
      const error = JSON.parse(body).error;
      message = error.message ?? '';
      problems = error.problems ?? [];
    } catch {
      message = say('unexpected', {status});
    }
    const content = $('problems-content');
    content.replaceChildren();
    const add = (name, text) => {
      const node = document.createElement(name);
      node.textContent = text;
      content.append(node);
      return node;
    };
    if (message) add('p', message);
    if (problems.length) {
      const list = add('ul', '');
      for (const problem of problems) {
        const item = document.createElement('li');
        const place = [problem.file, problem.line, problem.field].filter(Boolean).join(' · ');
        if (place) {
          const code = document.createElement('code');
          code.textContent = place;
          item.append(code, ' ');
        }
        item.append(problem.message
          ?? [problem.value, problem.rule, problem.remedy].filter(Boolean).join(' — '));
        list.append(item);
      }
    }
    $('problems').showModal();
    const lever = problems.map((problem) => leverFor(problem.field)).find(Boolean);
    if (lever) {
      refuse(lever, true);
      $('problems').addEventListener('close', () => focusLever(lever), {once: true});
    }
  }

  function focusLever(lever) {
    for (let part = lever.parentElement; part && part !== levers; part = part.parentElement) {
      if (part.localName === 'details') part.open = true;
    }
    openDrawer();
    controlOf(lever)?.focus();
    lever.scrollIntoView({block: 'nearest'});
  }

  // Asks the interface; nil where the answer was shown as refused or the program is gone.
  async function api(method, path, content) {
    const options = {method, headers: {'Accept': 'application/json'}};
    options.headers['Accept-Language'] = document.documentElement.lang;
    if (content !== undefined) {
      options.headers['Content-Type'] = 'application/json';
      options.body = JSON.stringify(content);
    }
    try {
      const response = await fetch(path, options);
      const body = await response.text();
      if (response.ok) return body === '' ? {} : JSON.parse(body);
      refused(response.status, body);
    } catch {
      offline();
    }
    return null;
  }

  async function fragment(path) {
    try {
      const response = await fetch(path);
      const body = await response.text();
      const type = response.headers.get('Content-Type') ?? '';
      if (type.startsWith('text/html') && (response.ok || response.status === 422)) return body;
      refused(response.status, body);
    } catch {
      offline();
    }
    return null;
  }

  // ---------------------------------------------------------------------------------------------
  // History: each change is an entry, so that Back undoes it

  const top = () => Number(sessionStorage.getItem('greenalu-top') ?? 0);

  function position() {
    return history.state?.position ?? 0;
  }

  function startHistory() {
    history.scrollRestoration = 'manual';
    if (history.state?.position === undefined) {
      const next = Number(sessionStorage.getItem('greenalu-next') ?? 0);
      sessionStorage.setItem('greenalu-top', String(next));
      const query = $('answer')?.dataset.query;
      const address = query && $('answer').dataset.status !== 'rejected' ? '/?' + query : location.href;
      history.replaceState({position: next}, '', address);
    }
    sessionStorage.removeItem('greenalu-next');
  }

  function keep(isRepeat = false) {
    const query = state.query;
    if ('/?' + query === location.pathname + location.search) return;
    if (isRepeat) {
      history.replaceState(history.state, '', '/?' + query);
    } else {
      const next = position() + 1;
      sessionStorage.setItem('greenalu-top', String(next));
      history.pushState({position: next}, '', '/?' + query);
    }
    refreshLinks();
  }

  function refreshLinks() {
    const query = state.query;
    for (const link of all('a[data-link]')) link.href = `${link.dataset.link}?${query}`;
    const other = new State('?' + query);
    other.language = $('language').dataset.language;
    $('language').href = '/?' + other.query;
    $('undo').disabled = position() === 0;
    $('redo').disabled = position() >= top();
  }

  // A state of this page in another document: the history goes on there.
  function open(address) {
    sessionStorage.setItem('greenalu-next', String(position() + 1));
    location.assign(address);
  }

  addEventListener('popstate', () => {
    const next = new State(location.search);
    next.version ??= state.version;
    if (next.query === state.query) {
      refreshLinks();
      return;
    }
    if (next.scenario !== openedScenario() || next.language !== state.language) {
      location.reload();
      return;
    }
    const compared = state.compared.join();
    state = next;
    showLevers();
    showBar();
    refreshLinks();
    if (state.compared.join() !== compared) compare();
    ask({word: null});
  });

  addEventListener('pageshow', (event) => {
    if (event.persisted) {
      state = new State(location.search);
      showLevers();
      showBar();
      refreshLinks();
      ask();
    }
  });

  // ---------------------------------------------------------------------------------------------
  // Events of the levers

  let isRepeat = false;
  addEventListener('keydown', (event) => { isRepeat = event.repeat; }, true);

  function clearBands() {
    // Bands are those of one scenario.
    state.bands = null;
  }

  function changed(event) {
    const control = event.target;
    const isLast = event.type === 'change';
    if (control.id === 'year') {
      showYear(control.value);
      if (!isLast) return;
      state.year = control.value;
    } else if (control.id === 'base') {
      state.base = control.value;
    } else if (control.name === 'compare') {
      if (isLast) chooseCompared(control, event.timeStamp);
      return;
    } else {
      const lever = leverOf(control);
      if (!lever || !levers.contains(lever)) return;
      // A number that is being typed is no number yet.
      if (!isLast && (control.type === 'number' || control.localName === 'select')) return;
      readLever(lever, control);
      clearBands();
      markLevers();
    }
    if (isLast) keep(isRepeat);
    ask({since: event.timeStamp, isLast});
  }

  document.addEventListener('input', (event) => {
    if (event.target.form === levers && !isTable(event.target)) changed(event);
    else if (leverOf(event.target) && levers.contains(event.target)) changed(event);
  });
  document.addEventListener('change', (event) => {
    if (isTable(event.target)) tableChanged(event);
    else if (event.target.form === levers || levers.contains(event.target)) changed(event);
  });

  levers.addEventListener('submit', (event) => {
    event.preventDefault();
    keep();
    ask();
  });

  // Figures of all years are in the page; one is shown.
  function showYear(year) {
    const shown = $('year-shown');
    if (shown) shown.textContent = year;
    for (const part of all('#answer [data-year]')) part.hidden = part.dataset.year !== year;
  }

  document.addEventListener('click', (event) => {
    const target = event.target.closest('button, a');
    if (!target) return;
    if (target.matches('.reset')) {
      const lever = leverOf(target);
      if (!lever) return;
      resetLever(lever);
      clearBands();
      markLevers();
      keep();
      ask({since: event.timeStamp});
      controlOf(lever)?.focus();
    } else if (target.matches('.places')) {
      openTable(target);
    } else if (target.matches('.delete')) {
      askToDelete(target);
    } else if (target.matches('a[data-scenario], a.apply, #language')) {
      if (event.ctrlKey || event.metaKey || event.shiftKey || event.button !== 0) return;
      event.preventDefault();
      open(target.href);
    } else if (target.matches('a[href^="#"]')) {
      const goal = $(target.getAttribute('href').slice(1));
      if (!goal) return;
      event.preventDefault();
      if (target.matches('.term')) return;
      closeMenus();
      const lever = leverOf(goal);
      if (lever) {
        focusLever(lever);
        return;
      }
      if (lookDrawer().contains(goal)) openDrawer();
      goal.scrollIntoView();
      if (!goal.matches('a, button, input, select, textarea')) goal.tabIndex = -1;
      goal.focus({preventScroll: true});
    }
  });

  // ---------------------------------------------------------------------------------------------
  // The table of provinces

  async function openTable(button) {
    const html = await fragment(`/table?key=${encode(button.dataset.key)}&${state.query}`);
    if (html === null) return;
    $('places-content').innerHTML = html;
    $('places').showModal();
  }

  function tableChanged(event) {
    const cell = event.target;
    if (!cell.name) return;
    const value = valueOf(cell);
    if (value === '' || same(value, cell.dataset.default ?? '')) state.values.delete(cell.name);
    else state.values.set(cell.name, value);
    if (value === '') cell.value = cell.dataset.default ?? '';
    cell.toggleAttribute('data-changed', state.values.has(cell.name));
    clearBands();
    markLevers();
    keep();
    ask({since: event.timeStamp});
  }

  // ---------------------------------------------------------------------------------------------
  // The bar

  function showBar() {
    $('base').value = state.base;
    for (const box of all('input[name=compare]')) box.checked = state.compared.includes(box.value);
    limitCompared();
  }

  const comparedLimit = 3;

  function limitCompared() {
    const isFull = state.compared.length >= comparedLimit;
    for (const box of all('input[name=compare]')) box.disabled = isFull && !box.checked;
    $('beside-show').hidden = state.compared.length === 0;
    $('beside-full').hidden = !isFull;
    $('beside-full').textContent = isFull ? say('besideFull') : '';
  }

  function chooseCompared(box) {
    state.compared = state.compared.filter((name) => name !== box.value);
    if (box.checked) state.compared.push(box.value);
    limitCompared();
    keep();
    compare();
  }

  let comparing = 0;
  async function compare() {
    const number = ++comparing;
    $('comparison-panel').hidden = state.compared.length === 0;
    if (state.compared.length === 0) {
      $('comparison').replaceChildren();
      return;
    }
    $('comparison').setAttribute('aria-busy', 'true');
    const html = await fragment('/comparison?' + state.query);
    // A newer choice was made meanwhile.
    if (number !== comparing || html === null) return;
    replaceFragment('comparison', html);
  }

  // Puts a fragment in the place of the element of its name.
  function replaceFragment(id, html) {
    const parsed = document.createElement('template');
    parsed.innerHTML = html;
    let fresh = parsed.content.querySelector('#' + id);
    if (!fresh) {
      fresh = document.createElement('div');
      fresh.id = id;
      fresh.append(parsed.content);
    }
    // An answer within the page keeps its name for itself.
    for (const part of all('#answer', fresh)) part.removeAttribute('id');
    $(id).replaceWith(fresh);
    return fresh;
  }

  $('undo').addEventListener('click', () => history.back());
  $('redo').addEventListener('click', () => history.forward());
  $('print').addEventListener('click', () => print());
  $('retry').addEventListener('click', retry);
  addEventListener('online', retry);

  $('reset-all').addEventListener('click', (event) => {
    state.values.clear();
    clearBands();
    showLevers();
    keep();
    ask({since: event.timeStamp});
  });

  $('copy-link').addEventListener('click', async () => {
    const link = `${location.origin}/?${state.query}`;
    try {
      await navigator.clipboard.writeText(link);
      announceLoudly(say('copied'));
    } catch {
      $('link-text').value = link;
      $('link-dialog').showModal();
      $('link-text').select();
    }
  });

  // Says something to all, not only to those who listen.
  let loudTimer = null;
  function announceLoudly(text) {
    announce(text);
    $('announcement').classList.add('seen');
    clearTimeout(loudTimer);
    loudTimer = setTimeout(() => $('announcement').classList.remove('seen'), 4000);
  }

  function closeMenus(except = null) {
    for (const menu of all('details.menu[open]')) if (menu !== except) menu.open = false;
  }

  document.addEventListener('toggle', (event) => {
    if (event.target.matches?.('details.menu') && event.target.open) closeMenus(event.target);
  }, true);
  document.addEventListener('pointerdown', (event) => {
    const menu = event.target.closest('details.menu');
    if (!event.target.closest('dialog')) closeMenus(menu);
  });
  document.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape') return;
    if (!$('term-popover').hidden) {
      hideTerm();
      return;
    }
    const menu = document.querySelector('details.menu[open]');
    if (menu) {
      menu.open = false;
      menu.querySelector('summary').focus();
    } else if (document.documentElement.classList.contains('levers-open')) {
      closeDrawer();
    }
  });

  // ---------------------------------------------------------------------------------------------
  // What is saved

  $('save-form').addEventListener('submit', async (event) => {
    event.preventDefault();
    const name = $('save-name').value.trim();
    if (!name) {
      $('save-name').setCustomValidity(say('nameMissing'));
      $('save-name').reportValidity();
      return;
    }
    const found = await api('POST', '/api/v1/saved', {name, link: state.query});
    if (!found) return;
    addSaved(found.id, found.name ?? name);
    closeMenus();
    announceLoudly(say('saved', {name: found.name ?? name}));
  });
  $('save-name').addEventListener('input', () => $('save-name').setCustomValidity(''));

  function addSaved(number, name) {
    const reference = `saved:${number}`;
    // What is saved again under its name keeps its number.
    if (all('#saved-list li').some((entry) => entry.dataset.number === String(number))) return;
    const entry = $('saved-entry').content.firstElementChild.cloneNode(true);
    entry.dataset.number = number;
    const link = entry.querySelector('a');
    const target = new State('?scenario=' + reference);
    target.version = state.version;
    target.language = state.language;
    link.href = '/?' + target.query;
    link.dataset.scenario = reference;
    link.querySelector('.title').textContent = name;
    const button = entry.querySelector('.delete');
    button.setAttribute('aria-label', button.getAttribute('aria-label') + name);
    $('saved-list').append(entry);
    $('none-saved').hidden = true;
    const option = document.createElement('option');
    option.value = reference;
    option.textContent = name;
    $('base-saved').append(option);
    const box = $('beside-entry').content.firstElementChild.cloneNode(true);
    box.querySelector('input').value = reference;
    box.querySelector('.title').textContent = name;
    $('beside-list').append(box);
    limitCompared();
  }

  function askToDelete(button) {
    const entry = button.closest('li');
    const name = entry.querySelector('.title').textContent;
    $('confirmation-text').textContent = say('deleteQuestion', {name});
    $('confirm').onclick = async () => {
      $('confirmation').close();
      const number = entry.dataset.number;
      if (await api('DELETE', `/api/v1/saved/${number}`) === null) return;
      entry.remove();
      const reference = `saved:${number}`;
      all('#base-saved option').find((option) => option.value === reference)?.remove();
      all('input[name=compare]').find((box) => box.value === reference)?.closest('li').remove();
      $('none-saved').hidden = $('saved-list').children.length > 0;
      announceLoudly(say('deleted', {name}));
    };
    $('confirmation').showModal();
  }

  const fileLimit = 900000;

  $('import').addEventListener('change', async () => {
    const file = $('import').files[0];
    if (!file) return;
    if (file.size > fileLimit) {
      refused(413, JSON.stringify({error: {
        message: say('fileTooLarge', {name: file.name, limit: fileLimit / 1000})}}));
      return;
    }
    const name = file.name.replace(/\.ya?ml$/i, '');
    const found = await api('POST', '/api/v1/saved', {name, yaml: await file.text()});
    $('import').value = '';
    if (!found) return;
    announceLoudly(say('opening', {name}));
    const target = new State(`?scenario=saved:${found.id}`);
    target.version = state.version;
    target.language = state.language;
    open('/?' + target.query);
  });

  // ---------------------------------------------------------------------------------------------
  // Computations in the background

  const kinds = {ensemble: 'ensemble', alternatives: 'alternatives', whole_lines: 'wholeLines'};
  const ends = new Set(['finished', 'failed', 'cancelled', 'interrupted']);
  const jobs = new Map();
  const language = () => document.documentElement.lang.slice(0, 2);

  function linesOf(job) {
    return kinds[job.kind] ? say(kinds[job.kind]) : job.kind;
  }

  function jobShown(job) {
    let entry = jobs.get(job.id);
    if (!entry) {
      const element = $('job-entry').content.firstElementChild.cloneNode(true);
      element.dataset.job = job.id;
      $('job-list').prepend(element);
      entry = {element, job: {}, events: null};
      jobs.set(job.id, entry);
      element.querySelector('.job-cancel').addEventListener('click', () => cancel(entry));
      element.querySelector('.job-show').addEventListener('click', () => showResult(entry));
      $('no-jobs').hidden = true;
    }
    Object.assign(entry.job, job);
    draw(entry);
    if (!ends.has(entry.job.status) && !entry.events) listen(entry);
    return entry;
  }

  function draw({element, job}) {
    const part = (name) => element.querySelector('.' + name);
    const settings = job.settings ?? {};
    const more = settings.draws ? ` · ${settings.draws} · ${settings.seed}` : '';
    part('job-title').textContent = `${job.id}. ${linesOf(job)}${more}`;
    const isEnd = ends.has(job.status);
    const bar = part('job-progress');
    bar.hidden = isEnd;
    if (job.total > 0) {
      bar.max = job.total;
      bar.value = job.done ?? 0;
    } else {
      bar.removeAttribute('value');
    }
    const counts = !isEnd && job.total > 0
      ? ' ' + say('runningOf', {done: job.done ?? 0, total: job.total}) : '';
    part('job-state').textContent = say(job.status) + counts;
    element.dataset.status = job.status;
    part('job-cancel').hidden = isEnd;
    part('job-show').hidden = job.status !== 'finished';
    part('job-csv').hidden = job.status !== 'finished';
    part('job-csv').href = `/api/v1/jobs/${job.id}/result.csv`;
    const error = part('job-error');
    const message = job.message ?? job.error?.message ?? '';
    error.textContent = message;
    error.hidden = message === '';
  }

  function listen(entry) {
    const {job} = entry;
    const events = new EventSource(`/api/v1/jobs/${job.id}/events?lang=${language()}`);
    entry.events = events;
    events.addEventListener('progress', (event) => {
      const {done, total} = JSON.parse(event.data);
      Object.assign(job, {status: 'running', done, total});
      draw(entry);
    });
    for (const end of ends) {
      events.addEventListener(end, (event) => {
        events.close();
        entry.events = null;
        Object.assign(job, JSON.parse(event.data), {status: end});
        draw(entry);
        const words = {finished: 'jobFinished', cancelled: 'jobCancelled'};
        announceLoudly(say(words[end] ?? 'jobFailed', {kind: linesOf(job)}));
        if (end === 'finished' && entry.isAwaited) showResult(entry, true);
      });
    }
    events.addEventListener('error', () => {
      // The browser asks again by itself unless the server refused.
      if (events.readyState === EventSource.CLOSED) entry.events = null;
    });
  }

  async function cancel(entry) {
    const found = await api('DELETE', `/api/v1/jobs/${entry.job.id}`);
    if (found === null) return;
    if (found.status) jobShown({...found, id: entry.job.id});
  }

  // - isByItself: it ended just now, and what the page shows may have changed since it began.
  async function showResult(entry, isByItself = false) {
    const {job, element} = entry;
    if (job.kind === 'ensemble') {
      const link = new State('?' + (job.link ?? state.query));
      const isSame = link.scenario === state.scenario
        && JSON.stringify([...link.values].sort()) === JSON.stringify([...state.values].sort());
      if (isByItself && !isSame) return;
      if (isSame) {
        state.bands = String(job.id);
        keep();
        ask({word: say('shown', {kind: linesOf(job)})});
        if (!isByItself) $('answer').scrollIntoView();
      } else {
        link.bands = String(job.id);
        link.language = state.language;
        open('/?' + link.query);
      }
      return;
    }
    const html = await fragment(`/api/v1/jobs/${job.id}/fragment?lang=${language()}`);
    if (html === null) return;
    const place = replaceFragment(job.kind === 'alternatives' ? 'alternatives' : 'whole-lines', html);
    element.dataset.shown = '';
    announceLoudly(say('shown', {kind: linesOf(job)}));
    if (!isByItself) {
      place.tabIndex = -1;
      place.scrollIntoView();
      place.focus({preventScroll: true});
    }
  }

  for (const form of all('form.offer')) {
    form.addEventListener('submit', async (event) => {
      event.preventDefault();
      const content = {kind: form.dataset.kind, link: state.query};
      for (const field of all('input[name]', form)) content[field.name] = Number(field.value);
      const job = await api('POST', '/api/v1/jobs', content);
      if (!job) return;
      const entry = jobShown({kind: form.dataset.kind, status: 'waiting', link: state.query, ...job});
      entry.isAwaited = true;
      announceLoudly(say('jobStarted', {kind: linesOf(entry.job)}));
    });
  }

  async function listJobs() {
    try {
      const response = await fetch(`/api/v1/jobs?lang=${language()}`);
      if (!response.ok) return;
      const found = await response.json();
      const list = Array.isArray(found) ? found : found.jobs ?? [];
      for (const job of [...list].sort((first, second) => first.id - second.id)) jobShown(job);
    } catch {
      // The list is not needed to go on; the next answer says whether the program is there.
    }
  }

  // ---------------------------------------------------------------------------------------------
  // Terms

  let termTimer = null;

  function showTerm(term) {
    clearTimeout(termTimer);
    const meaning = $(term.getAttribute('aria-describedby'));
    if (!meaning) return;
    const popover = $('term-popover');
    popover.replaceChildren();
    const word = document.createElement('strong');
    word.textContent = meaning.previousElementSibling?.textContent ?? term.textContent;
    popover.append(word, ' ', meaning.textContent);
    popover.hidden = false;
    const place = term.getBoundingClientRect();
    const size = popover.getBoundingClientRect();
    const left = Math.max(8, Math.min(place.left, innerWidth - size.width - 8));
    const above = place.bottom + size.height + 8 > innerHeight && place.top > size.height + 8;
    // Through the object model, which the page's policy allows; a style in markup it does not.
    popover.style.left = `${left}px`;
    popover.style.top = `${above ? place.top - size.height - 6 : place.bottom + 6}px`;
  }

  function hideTerm() {
    clearTimeout(termTimer);
    $('term-popover').hidden = true;
  }

  const termOf = (event) => event.target.closest?.('.term');
  document.addEventListener('pointerover', (event) => {
    const term = termOf(event);
    if (term) showTerm(term);
    else if (event.target.closest?.('#term-popover')) clearTimeout(termTimer);
  });
  document.addEventListener('pointerout', (event) => {
    // A finger that was lifted still wants to read.
    if (event.pointerType === 'touch' || document.activeElement?.matches('.term')) return;
    if (termOf(event) || event.target.closest?.('#term-popover')) {
      clearTimeout(termTimer);
      termTimer = setTimeout(hideTerm, 250);
    }
  });
  document.addEventListener('pointerdown', (event) => {
    if (!termOf(event) && !event.target.closest?.('#term-popover')) hideTerm();
  });
  document.addEventListener('focusin', (event) => {
    const term = termOf(event);
    if (term) showTerm(term);
    else hideTerm();
  });
  document.addEventListener('focusout', (event) => { if (termOf(event)) hideTerm(); });
  addEventListener('scroll', hideTerm, {passive: true});

  // ---------------------------------------------------------------------------------------------
  // The levers as a drawer, on a phone

  const lookDrawer = () => $('lever-panel');
  const isPhone = matchMedia('(max-width: 60rem)');

  function openDrawer() {
    if (!isPhone.matches) return;
    document.documentElement.classList.add('levers-open');
    $('lever-open').setAttribute('aria-expanded', 'true');
    // The headline figures stay in sight above the drawer.
    $('answer')?.querySelector('.tiles:not([hidden])')?.scrollIntoView({block: 'start'});
    $('lever-close').focus({preventScroll: true});
  }

  function closeDrawer() {
    document.documentElement.classList.remove('levers-open');
    $('lever-open').setAttribute('aria-expanded', 'false');
    if (isPhone.matches) $('lever-open').focus();
  }

  $('lever-open').addEventListener('click', openDrawer);
  $('lever-close').addEventListener('click', closeDrawer);

  // ---------------------------------------------------------------------------------------------

  document.documentElement.classList.add('scripted');
  if ($('answer')) $('answer').dataset.asked = state.query;
  startHistory();
  showLevers();
  showBar();
  refreshLinks();
  if ($('answer')) markInvalid($('answer'));
  if (state.compared.length > 0) compare();
  listJobs();
})();
