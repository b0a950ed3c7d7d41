// Tokens, features and labels: the same code that reads.
import { bundled } from './reader.mjs';

export const { tokensOf, featuresOf, labelNumber, labels, signBehind, mostFeatures, forms, Words } = await bundled('model/tokens', 'model/word', 'model/features', 'model/labels');
