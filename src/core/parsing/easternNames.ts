/** Chinese names in pinyin that print the family first, as nobody has turned them round. */

const families = new Set((
  'Wang Li Zhang Liu Chen Yang Huang Zhao Wu Zhou Xu Sun Ma Zhu Hu Guo He Gao Lin Luo Zheng Liang Xie Song Tang Deng Han Feng Cao Peng Zeng Xiao Tian Dong Pan Yuan Cai Jiang Yu Du Ye Cheng Wei Su Lü Ding Ren Lu Yao Shen Zhong Cui Tan Fan Jin Shi Liao Jia Xia Fu Fang Zou '
  + 'Xiong Bai Meng Qin Qiu Hou Jiang Yin Xue Yan Duan Lei Long Tao Shi Gu Mao Hao Gong Shao Wan Qian Dai Ouyang Sima Shangguan Zhuge'
).split(' '));

const syllable = '(?:(?:zh|ch|sh|[bpmfdtnlgkhjqxrzcsyw])(?:iang|iong|uang|ang|eng|ing|ong|ian|iao|uai|uan|ai|ei|ao|ou|an|en|in|ia|ie|iu|ua|uo|ui|un|ue|üe|a|e|i|o|u|ü)|ang|ai|an|ao|ou|en|er|e|a)';
const twoSyllables = new RegExp(`^${syllable}[’'-]?${syllable}$`, 'u');
/** Names of other peoples that pinyin could spell. */
const others = /^(?:Anna|Hanna|Dana|Lina|Lena|Nina|Mina|Mara|Maria|Sara|Sana|Mona|Mori|Lisa|Luca|Lucas|Mike|Pete|Jane|Jude|June|Luke|Page|Rose|Tina|Yuki|Naomi|Gina|Hugo|Sasha|Misha|Dima|Manuela|Liang|Ando|Wada|Kano|Miya|Mineo|Sato|Seki|Noda|Mali|Sari|Dewi|Panda|Maine|Liza|Rena|Bana|Rana|Lara|Sofia|Ruan|Huang|Xiang)$/u;

/** Does the name print its family first, as `Li Wenqian` does: a family before a given name of two syllables? */
export function isFamilyFirst(tokens: readonly string[]): boolean {
  const [front = '', behind = ''] = tokens;
  return tokens.length === 2 && families.has(front) && !families.has(behind) && !others.test(behind) && /^\p{Lu}\p{Ll}/u.test(behind) && twoSyllables.test(behind.toLowerCase());
}
