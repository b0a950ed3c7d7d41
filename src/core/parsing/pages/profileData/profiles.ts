/** All profiles. */
import type { Profile } from '../profile/profile';
import { aggregators } from './aggregators';
import { archives } from './archives';
import { conferences } from './conferences';
import { contents } from './contents';
import { indexes } from './indexes';
import { institutions } from './institutions';
import { publishers } from './publishers';
import { repositories } from './repositories';

/** What is known of each site. A new site is a row in one of these tables. */
export const profiles: readonly Profile[] = [...publishers, ...conferences, ...indexes, ...repositories, ...archives, ...aggregators, ...institutions, ...contents];
export { anyProgramme } from './conferences';
