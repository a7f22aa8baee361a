import { FullValidationProcessor } from '@forge/manifest';

/** Validates manifest.yml as the Forge CLI does (schema and cross references), offline; exits 1 on any error or warning. */
async function checkManifest(): Promise<void> {
  const result = await new FullValidationProcessor({}).process('manifest.yml');
  for (const problem of result.errors ?? []) {
    console.error(`manifest.yml:${problem.line}:${problem.column} ${problem.level}: ${problem.message}`);
  }
  if (!result.success || (result.errors ?? []).length > 0) process.exit(1);
  console.log('manifest.yml is valid');
}

void checkManifest();
