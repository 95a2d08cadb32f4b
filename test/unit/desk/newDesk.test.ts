/** A new desk: what it begins with is sound, shows what it says it shows, and takes the place of nothing. */

import assert from 'node:assert/strict';
import { analyze } from '../../../server/src/analysis/analyze';
import { RULES } from '../../../server/src/analysis/rules';
import { DEFAULT_CONFIG, readConfig } from '../../../server/src/desk/config';
import { CONFIG_FILE } from '../../../server/src/desk/configShape';
import { DeskKeeper } from '../../../server/src/desk/deskKeeper';
import { planNewDesk } from '../../../server/src/desk/newDesk';
import { MemoryFiles } from '../../support/memoryFiles';

const TODAY = '2019-04-11';
const ROOT = '/desk';

async function started(texts: Readonly<Record<string, string>> = {}) {
  const files = new MemoryFiles(texts);
  const { files: planned, kept, open } = await planNewDesk(files, ROOT, TODAY);
  for (const { path, text } of planned) files.write(`${ROOT}/${path}`, text);
  return { files, planned: planned.map(({ path }) => path), kept, open };
}

const ALL = ['nomenclator.yaml', 'glossary/names.yaml', 'sources/library.yaml', 'reports/first-report.md'];

describe('planNewDesk', () => {
  it('begins with a configuration, a glossary, sources and a first report', async () => {
    const { planned, kept, open } = await started();
    assert.deepEqual(planned, ALL);
    assert.deepEqual(kept, []);
    assert.equal(open, 'reports/first-report.md');
  });

  it('has no problems, and its report shows what it speaks of', async () => {
    const { files } = await started();
    const desk = await new DeskKeeper(files, ROOT).load();
    assert.deepEqual([...desk.problems], []);
    const { findings, report } = analyze(files.text(`${ROOT}/reports/first-report.md`)!, desk.works);
    const shown = findings.map(({ code, span }) => [code, report.text.slice(span.start, span.end)]);
    for (const one of [
      ['name/spelling', 'Mikhail of Strelsau'],
      ['name/variant', 'Rudolph Rasendyl'],
    ])
      assert.ok(
        shown.some((other) => String(other) === String(one)),
        `${one} is not among ${shown.join('; ')}.`,
      );
    // A newcomer is not to be met by anything that the report does not explain.
    const others = shown.filter(
      ([code, text]) => text !== 'RGR' && !['name/spelling', 'name/variant'].includes(code!),
    );
    assert.deepEqual(others, []);
    assert.match(report.text, new RegExp(`^date: ${TODAY}$`, 'm'));
  });

  it('says in its configuration what holds without it', async () => {
    const { files } = await started();
    const text = files.text(`${ROOT}/nomenclator.yaml`)!;
    const { config, problems } = readConfig(text);
    assert.deepEqual(problems, []);
    assert.deepEqual(config, { ...DEFAULT_CONFIG, language: 'en-US' });
    // Each comment that holds a setting is one: taken in, it means what it says.
    const all = readConfig(text.replace(/^# (rules:| {2}\w+\/)/gm, '$1'));
    assert.deepEqual(all.problems, []);
    // Every key that there is has its line.
    const { keys } = CONFIG_FILE;
    for (const [key, pattern] of [
      ...Object.keys(keys).map((one) => [one, `^(?:# )?${one}:`] as const),
      ...[keys.style, keys.introductions].flatMap(({ value }) =>
        Object.keys(value.keys).map((one) => [one, `^  ${one}:`] as const),
      ),
    ])
      assert.match(text, new RegExp(pattern, 'm'), key);
    assert.deepEqual(
      [...all.config.severities],
      RULES.map(({ code, defaultSeverity }) => [code, defaultSeverity]),
    );
  });

  it('leaves alone what is there, and adds nothing to it', async () => {
    const { planned, kept, open } = await started({
      '/desk/glossary/own.yaml': 'version: 1\n',
      '/desk/report.md': 'Text.\n',
    });
    assert.deepEqual(planned, ['nomenclator.yaml', 'sources/library.yaml']);
    assert.deepEqual(kept, ['glossary/']);
    assert.equal(open, 'nomenclator.yaml');
  });

  it('writes no first report beside others', async () => {
    const { planned, kept, open } = await started({ '/desk/reports/own.md': 'Text.\n' });
    assert.deepEqual(planned, ALL.slice(0, 3));
    assert.deepEqual(kept, ['reports/']);
    assert.equal(open, 'nomenclator.yaml');
  });

  it('leaves alone a file where a folder is to be', async () => {
    const { planned, kept } = await started({ '/desk/glossary': 'A file.\n' });
    assert.deepEqual(planned, ['nomenclator.yaml', 'sources/library.yaml']);
    assert.deepEqual(kept, ['glossary']);
  });

  it('has nothing to do where it was started before', async () => {
    const { files } = await started();
    const again = await planNewDesk(files, ROOT, TODAY);
    assert.deepEqual(again.files, []);
    assert.deepEqual(again.kept, ['nomenclator.yaml', 'glossary/', 'sources/', 'reports/']);
  });
});
