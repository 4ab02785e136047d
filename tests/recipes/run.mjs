// Carries out jobs as a CI server would: each in a copy of the repository, with the artifacts of those before it.
import { execFile } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';

const exec = promisify(execFile);

/** @returns what each job came to, by its name and shard: its exit code and all that it said. */
export async function run(jobs, repository, work, env) {
  const ended = {};
  const artifacts = join(work, 'artifacts');
  mkdirSync(artifacts, { recursive: true });
  for (const name of new Set(jobs.map(job => job.name))) {
    await Promise.all(jobs.filter(job => job.name === name).map(async job => {
      const title = job.shard ? `${name}-${job.shard}` : name;
      const folder = join(work, title);
      cpSync(repository, folder, { recursive: true });
      ended[title] = { ...await runJob(job, folder, artifacts, env), folder };
    }));
  }
  return ended;
}

async function runJob(job, folder, artifacts, env) {
  let exit = 0;
  let said = '';
  for (const step of job.steps) {
    if (exit !== 0 && !step.always) continue;
    if (step.shell) {
      const end = await shell(job.shell, step.shell, folder, { ...env, ...job.env });
      said += end.said;
      exit ||= end.exit;
    }
    if (step.upload) upload(join(folder, step.from), join(artifacts, step.upload));
    if (step.download) download(artifacts, step, join(folder, step.to));
    if (step.needs && !existsSync(join(folder, step.needs))) throw new Error(`${job.name}: there is no ${step.needs}`);
  }
  return { exit, said };
}

/** As an upload does it: hidden files stay behind, and nothing is overwritten unasked. */
function upload(from, to) {
  if (!existsSync(from)) throw new Error(`there is no ${from} to upload`);
  if (existsSync(to)) throw new Error(`the artifact ${to} is there already`);
  cpSync(from, to, { recursive: true, filter: file => file === from || !file.slice(from.length).includes('/.') });
}

function download(artifacts, step, to) {
  for (const name of readdirSync(artifacts).filter(name => step.download.test(name)))
    cpSync(join(artifacts, name), step.flat ? to : join(to, name), { recursive: true });
}

export async function shell([program, ...options], text, cwd, env) {
  try {
    const { stdout, stderr } = await exec(program, [...options, '-c', text], { cwd, env, maxBuffer: 1 << 24 });
    return { exit: 0, said: stdout + stderr };
  } catch (error) {
    if (typeof error.code !== 'number') throw error;
    return { exit: error.code, said: error.stdout + error.stderr };
  }
}
