/** Chinese names in pinyin that print the family first, as nobody has turned them round. */

const families = new Set((
  'Wang Li Zhang Liu Chen Yang Huang Zhao Wu Zhou Xu Sun Ma Zhu Hu Guo He Gao Lin Luo Zheng Liang Xie Song Tang Deng Han Feng Cao Peng Zeng Xiao Tian Dong Pan Yuan Cai Jiang Yu Du Ye Cheng Wei Su Lü Ding Ren Lu Yao Shen Zhong Cui Tan Fan Jin Shi Liao Jia Xia Fu Fang Zou '
  + 'Xiong Bai Meng Qin Qiu Hou Jiang Yin Xue Yan Duan Lei Long Tao Shi Gu Mao Hao Gong Shao Wan Qian Dai Ouyang Sima Shangguan Zhuge'
).split(' '));

const syllable = '(?:(?:zh|ch|sh|[bpmfdtnlgkhjqxrzcsyw])(?:iang|iong|uang|ang|eng|ing|ong|ian|iao|uai|uan|ai|ei|ao|ou|an|en|in|ia|ie|iu|ua|uo|ui|un|ue|üe|a|e|i|o|u|ü)|ang|ai|an|ao|ou|en|er|e|a)';
const twoSyllables = new RegExp(`^${syllable}[’'-]?${syllable}$`, 'u');
/** Names of other peoples that pinyin could spell. */
const others = /^(?:Anna|Hanna|Dana|Lina|Lena|Nina|Mina|Mara|Maria|Sara|Sana|Mona|Mori|Lisa|Luca|Lucas|Mike|Pete|Jane|Jude|June|Luke|Page|Rose|Tina|Yuki|Naomi|Gina|Hugo|Sasha|Misha|Dima|Manuela|Liang|Ando|Wada|Kano|Miya|Mineo|Sato|Seki|Noda|Mali|Sari|Dewi|Panda|Maine|Liza|Rena|Bana|Rana|Lara|Sofia|Ruan|Huang|Xiang)$/u;

const surnames = new Set([...'王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪田任姜范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段雷钱汤尹黎易常武乔贺赖龚文庞樊兰殷施陶洪翟安颜倪严牛温芦季俞章鲁葛伍韦申尤毕聂焦向柳邢路岳齐梅莫庄辛管祝左涂谷祁时舒耿牟卜詹关苗凌费纪靳盛童欧甄项曲游阳裴席卫查屈鲍位覃霍翁隋植甘景单包司柏宁柯阮桂闵解强柴华车冉房边辜吉饶刁瞿戚丘古米池滕晋苑邬臧畅宫来苟褚廉简娄盖符奚穆党燕郎邸冀谈姬屠连郜晏栾郁商蒙计喻揭窦迟宇敖糜鄢冷卓仇艾蓝巩稽井练仲乐虞卞封竺冼官楚佟栗匡宗应巫鞠僧桑荆谌银明沙薄伏岑习保蔺肖付闫邝麦幸桓褟靖萨麻张張劉陳楊趙黃吳孫馬羅鄭謝韓馮蕭鄧許呂蘇盧賈葉閻鍾鐘譚鄒陸顧龍萬錢湯賀賴龔龐顏嚴溫蘆魯韋畢聶莊塗關費紀項陽衛']);
const twofold = /^(?:欧阳|歐陽|上官|司马|司馬|司徒|诸葛|諸葛|东方|皇甫|尉迟|公孙|令狐|慕容|长孙|夏侯|单于|宇文|独孤|南宫|轩辕|澹台|端木|钟离|呼延|赫连)/u;

/** Does a word of Chinese characters begin as names do, with a surname? */
export const beginsWithSurname = (word: string): boolean => surnames.has(word.slice(0, 1)) || twofold.test(word);

/** Does the name print its family first, as `Li Wenqian` does: a family before a given name of two syllables? */
export function isFamilyFirst(tokens: readonly string[]): boolean {
  const [front = '', behind = ''] = tokens;
  return tokens.length === 2 && families.has(front) && !families.has(behind) && !others.test(behind) && /^\p{Lu}\p{Ll}/u.test(behind) && twoSyllables.test(behind.toLowerCase());
}
