// The jobs of a GitHub workflow and of an Azure pipeline, in one form: shell lines, and files that go from job to job.
// Only what the recipes of docs/ci say is understood; anything else stops the check.
import { parse } from 'yaml';

/** The jobs of a workflow. `again` stands for a workflow that was started by hand with the number of a run. */
export function ofGitHub(text, again) {
  const flow = parse(text);
  return Object.entries(flow.jobs).flatMap(([name, job]) => {
    if ((name === 'again') !== again) return [];
    const shards = job.strategy?.matrix?.shard ?? [undefined];
    return shards.map(shard => {
      const fill = value => String(value)
        .replaceAll('${{ matrix.shard }}', shard).replaceAll('${{ inputs.failed-from }}', '41');
      const env = Object.fromEntries(
        Object.entries({ ...flow.env, ...job.env }).map(([key, value]) => [key, fill(value)]));
      return { name, shard, env, shell: ['bash', '-e'], steps: job.steps.map(step => gitHubStep(step, fill)) };
    });
  });
}

function gitHubStep(step, fill) {
  const always = step.if === 'always()';
  if (step.if && !always) throw new Error(`if: ${step.if}`);
  if (step.run) return { always, shell: step.run };
  const action = step.uses.split('@')[0];
  const given = step.with ?? {};
  if (action === 'actions/upload-artifact') return { always, upload: fill(given.name), from: fill(given.path) };
  if (action === 'actions/download-artifact') {
    return given.name
      ? { always, download: new RegExp(`^${given.name}$`), to: given.path, flat: true }
      : { always, download: glob(given.pattern), to: given.path ?? '.' };
  }
  if (['actions/checkout', 'actions/setup-dotnet', 'actions/cache/restore', 'actions/cache/save'].includes(action)) return {};
  throw new Error(`nobody knows what ${action} does`);
}

/** The jobs of a pipeline. */
export function ofAzure(text) {
  const line = parse(text);
  return line.jobs.flatMap(job => {
    const count = job.strategy?.parallel ?? 1;
    return Array.from({ length: count }, (_, at) => at + 1).map(at => {
      const fill = value => String(value)
        .replaceAll('$(System.JobPositionInPhase)', at).replaceAll('$(System.JobAttempt)', '1');
      const env = { ...line.variables, SYSTEM_JOBPOSITIONINPHASE: `${at}`, SYSTEM_TOTALJOBSINPHASE: `${count}` };
      const shard = count > 1 ? at : undefined;
      return { name: job.job, shard, env, shell: ['bash'], steps: job.steps.map(step => azureStep(step, fill)) };
    });
  });
}

function azureStep(step, fill) {
  const always = step.condition === 'succeededOrFailed()';
  if (step.condition && !always) throw new Error(`condition: ${step.condition}`);
  if (step.script) return { always, shell: step.script };
  if (step.publish) return { always, upload: fill(step.artifact), from: step.publish };
  if (step.task === 'DownloadPipelineArtifact@2') {
    return { always, download: glob(step.inputs.itemPattern.replace('/**', '')), to: step.inputs.targetPath };
  }
  if (step.task === 'PublishTestResults@2') return { always, needs: step.inputs.testResultsFiles };
  if (step.checkout || step.task === 'UseDotNet@2') return {};
  throw new Error(`nobody knows what ${JSON.stringify(step)} does`);
}

const glob = pattern => new RegExp(`^${pattern.replaceAll('*', '.*')}$`);
