/** Packs long texts with Node’s own zlib. It packs on a thread of its own, and unpacks at once: a parcel takes some tenths of a millisecond. */
import { deflateRaw, inflateRawSync } from 'node:zlib';
import { promisify } from 'node:util';
import type { Packer } from '../../core/library';

const deflate = promisify(deflateRaw);

/** Beyond this a hundredth is gained, for half as much work again. */
const level = 4;

/** A parcel fits into one piece of so many bytes once unpacked, or into a few. */
const chunkSize = 64 * 1024;

export const packer: Packer = {
  // A copy: what zlib gives is a view of a larger piece, and would keep all of it.
  pack: async (bytes) => new Uint8Array(await deflate(bytes, { level })),
  unpack: (packed) => inflateRawSync(packed, { chunkSize }),
};
