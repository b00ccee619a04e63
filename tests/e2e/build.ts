import { buildWhenStale, mainBuild, rendererBuild } from '../../electron/launch/build-when-stale.ts';
import openRunFolder from '../run-folder.ts';

/** The end-to-end tests look at the built window and the built main. */
export default async function build(): Promise<void> {
  openRunFolder();
  await buildWhenStale(rendererBuild, console.log);
  await buildWhenStale(mainBuild, console.log);
}
