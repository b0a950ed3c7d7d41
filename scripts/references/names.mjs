// Family and given names by culture, and names made of syllables, so that nothing is learned by heart.
const list = (text) => text.split(' ');

export const cultures = {
  en: {
    family: list("Smith Johnson Williams Brown Taylor Davies Evans Wilson Thomas Roberts Walker Wright Robinson Thompson White Hughes Edwards Green Hall Wood Harris Lewis Martin Jackson Clarke Clark Turner Hill Scott Cooper Morris Ward Moore King Watson Baker Harrison Morgan Patel Young Allen Mitchell James Anderson Phillips Lee Bell Parker Davis Bennett Miller Cook Shaw O'Brien O'Neill McDonald MacLeod Fitzgerald Huntington Ashworth Pemberton Marsh Fox Price Stone Banks Field Page Long Rose May March Law Best Day Swift Power Church Bishop Knight Bush Park"),
    given: list('James John Robert Michael William David Richard Joseph Thomas Charles Mary Patricia Jennifer Linda Elizabeth Barbara Susan Jessica Sarah Karen Nancy Margaret Emma Olivia George Edward Henry Arthur Frank Peter Alan Simon Ruth Alice Kate Anne Helen Jane Laura Claire Paul Mark Stephen Andrew Philip Daniel Matthew Christopher Anthony Kevin Brian Ronald Gary Martha Virginia Dorothy'),
  },
  de: {
    family: list('Müller Schmidt Schneider Fischer Weber Meyer Wagner Becker Schulz Hoffmann Schäfer Koch Bauer Richter Klein Wolf Schröder Neumann Schwarz Zimmermann Braun Krüger Hofmann Hartmann Lange Schmitt Werner Krause Lehmann Köhler Maier König Huber Kaiser Fuchs Lang Scholz Möller Weiß Jung Vogel Keller Berger Roth Beck Lorenz Baumann Franke Albrecht Schuster Simon Ludwig Böhm Winter Kraus Schumacher Krämer Vogt Stein Jäger Otto Groß Sommer Haas Graf Heinrich Seidel Schreiber Schulte Ziegler Brandt Kuhn Dietrich Müller-Lüdenscheidt Meier-Schulz Streeck Beyme Nohlen Strohmeier Leggewie Münkler'),
    given: list('Hans Klaus Peter Wolfgang Jürgen Dieter Manfred Uwe Günter Horst Bernd Karl Heinz Werner Rolf Gerhard Thomas Michael Andreas Stefan Frank Martin Jörg Ursula Monika Petra Elisabeth Sabine Renate Karin Andrea Claudia Susanne Birgit Gisela Ute Anna Katharina Julia Lena Franziska Karl-Heinz Hans-Peter Klaus-Dieter Ernst Friedrich Ulrich Ralf Detlef Heike Silke Anke Barbara Matthias Christoph Sebastian Jan Tobias Eckhard Norbert'),
  },
  fr: {
    family: list("Martin Bernard Dubois Thomas Robert Richard Petit Durand Leroy Moreau Simon Laurent Lefebvre Michel Garcia David Bertrand Roux Vincent Fournier Morel Girard André Lefèvre Mercier Dupont Lambert Bonnet François Martinez Legrand Garnier Faure Rousseau Blanc Guérin Muller Henry Roussel Nicolas Perrin Morin Mathieu Clément Gauthier Dumont Lopez Fontaine Chevalier Robin Masson Sanchez Gérard Nguyen Boyer Denis Lemaire Duval Joly Gautier Roger Roche Roy Noël Meyer Lucas Meunier Jean Perez Marchand Dufour Blanchard Marie Barbier Brun Dumas Brunet Schmitt Leroux Colas d'Alençon"),
    given: list('Jean Pierre Michel Philippe Alain Patrick Nicolas Christophe Bernard Jacques Daniel François Laurent Claude Marie Nathalie Isabelle Sylvie Catherine Françoise Valérie Christine Sophie Anne Monique Jean-Pierre Jean-Claude Marie-Claire Anne-Marie Olivier Pascal Éric Émile Henri Louis Antoine Guillaume Julien Mathieu Céline Aurélie Élodie Hélène Geneviève Yves Gérard'),
  },
  es: {
    family: list('García González Rodríguez Fernández López Martínez Sánchez Pérez Gómez Martín Jiménez Ruiz Hernández Díaz Moreno Muñoz Álvarez Romero Alonso Gutiérrez Navarro Torres Domínguez Vázquez Ramos Gil Ramírez Serrano Blanco Molina Morales Suárez Ortega Delgado Castro Ortiz Rubio Marín Sanz Núñez Iglesias Medina Garrido Cortés Castillo Santos Lozano Guerrero Cano Prieto Méndez Cruz Calvo Gallego Vidal León Herrera Márquez Peña Flores Cabrera Campos Vega Fuentes Carrasco Reyes'),
    given: list('Antonio José Manuel Francisco Juan David Javier Daniel Carlos Jesús Alejandro Miguel Rafael Pedro Pablo Ángel Sergio Fernando Luis Jorge Alberto María Carmen Ana Isabel Dolores Pilar Josefa Teresa Rosa Cristina Antonia Marta Lucía Elena Laura Mercedes Raquel Rocío Ignacio Ramón Enrique Vicente Andrés Diego Adrián Ricardo Óscar Rubén'), double: 0.5,
  },
  pt: {
    family: list('Silva Santos Oliveira Souza Rodrigues Ferreira Alves Pereira Lima Gomes Costa Ribeiro Martins Carvalho Almeida Lopes Soares Fernandes Vieira Barbosa Rocha Dias Nascimento Andrade Moreira Nunes Marques Machado Mendes Freitas Cardoso Ramos Gonçalves Santana Teixeira Araújo Melo Pinto Correia Monteiro Moura Cavalcanti Bastos Queiroz'),
    given: list('João José Antônio Francisco Carlos Paulo Pedro Lucas Luiz Marcos Luís Gabriel Rafael Maria Ana Francisca Antônia Adriana Juliana Márcia Fernanda Patrícia Aline Sandra Camila Amanda Bruna Jéssica Letícia Júlia Luciana Vanessa Mariana Gustavo Renato Sérgio Fábio Otávio'), double: 0.4,
  },
  it: {
    family: list("Rossi Russo Ferrari Esposito Bianchi Romano Colombo Ricci Marino Greco Bruno Gallo Conti Mancini Costa Giordano Rizzo Lombardi Moretti Barbieri Fontana Santoro Mariani Rinaldi Caruso Ferrara Galli Martini Leone Longo Gentile Martinelli Vitale Lombardo Serra Coppola D'Angelo Marchetti Parisi Villa Conte Ferraro Fabbri Sartori Bobbio Pasquino"),
    given: list('Giuseppe Giovanni Antonio Mario Luigi Francesco Angelo Vincenzo Pietro Salvatore Carlo Franco Domenico Bruno Paolo Michele Giorgio Aldo Sergio Luciano Maria Anna Giuseppina Rosa Angela Giovanna Teresa Lucia Carmela Caterina Francesca Antonietta Carla Elena Concetta Rita Margherita Franca Paola Norberto Gianfranco'),
  },
  tr: {
    family: list('Yılmaz Kaya Demir Çelik Şahin Yıldız Yıldırım Öztürk Aydın Özdemir Arslan Doğan Kılıç Aslan Çetin Kara Koç Kurt Özkan Şimşek Polat Korkmaz Çakır Erdoğan Yavuz Can Acar Şen Aktaş Güler Yalçın Güneş Bozkurt Bulut Keskin Ünal Turan Gül Özer Işık Kaplan Avcı Sarı Tekin Taş Köse Yüksel Ateş Aksoy'),
    given: list('Mehmet Mustafa Ahmet Ali Hüseyin Hasan İbrahim İsmail Osman Yusuf Murat Ömer Ramazan Halil Süleyman Abdullah Fatma Ayşe Emine Hatice Zeynep Elif Meryem Şerife Zehra Sultan Hanife Merve Havva Özlem Gülşen Çiğdem Işıl Umut Kemal Tarık Şükrü'),
  },
  pl: {
    family: list('Nowak Kowalski Wiśniewski Wójcik Kowalczyk Kamiński Lewandowski Zieliński Szymański Woźniak Dąbrowski Kozłowski Jankowski Mazur Wojciechowski Kwiatkowski Krawczyk Kaczmarek Piotrowski Grabowski Zając Pawłowski Michalski Król Wieczorek Jabłoński Wróbel Nowakowski Majewski Olszewski Stępień Malinowski Jaworski Adamczyk Dudek Górski Sikora Walczak Rutkowski Novák Svoboda Dvořák Černý Procházka Kučera Veselý Horák Němec Horváth Kovács Tóth Szabó Nagy Kiss Varga'),
    given: list('Jan Andrzej Piotr Krzysztof Stanisław Tomasz Paweł Józef Marcin Marek Michał Grzegorz Jerzy Tadeusz Adam Łukasz Zbigniew Ryszard Dariusz Henryk Mariusz Kazimierz Wojciech Anna Maria Katarzyna Małgorzata Agnieszka Krystyna Barbara Ewa Elżbieta Zofia Jiří Václav Zdeněk Tomáš László István Zoltán'),
  },
  nl: {
    family: list('de Jong Jansen de Vries van den Berg van Dijk Bakker Janssen Visser Smit Meijer de Boer Mulder de Groot Bos Vos Peters Hendriks van Leeuwen Dekker Brouwer de Wit Dijkstra Smits de Graaf van der Meer Hansen Johansen Olsen Larsen Andersen Pedersen Nilsen Kristiansen Johansson Andersson Karlsson Nilsson Eriksson Lindqvist Virtanen Korhonen Mäkinen Nieminen Sørensen Jørgensen Ångström Øverland Tamm Saar Kask Ozols Kazlauskas'.replace(/van (?=de[nr] )/gu, 'van_').replace(/(de|den|der|van) (?=\p{Lu})/gu, '$1_')).map((name) => name.replaceAll('_', ' ')),
    given: list('Jan Johannes Pieter Hendrik Willem Cornelis Maria Johanna Anna Elisabeth Wilhelmina Sven Lars Erik Anders Karl Gustav Ingrid Kristina Birgitta Eva Juhani Matti Antti Liisa Ole Jens Niels Søren Åsa Öyvind Rein Jaan Kristjan Tõnu'),
  },
  zhLatin: {
    family: list('Wang Li Zhang Liu Chen Yang Huang Zhao Wu Zhou Xu Sun Ma Zhu Hu Guo He Lin Gao Luo Zheng Liang Xie Song Tang Han Feng Deng Cao Peng Zeng Xiao Tian Dong Pan Yuan Cai Jiang Kim Lee Park Choi Jung Kang Cho Yoon Jang Lim Tanaka Suzuki Sato Watanabe Ito Yamamoto Nakamura Kobayashi Nguyen Tran Pham Hoang'),
    given: list('Wei Fang Min Jing Xiuying Li Qiang Lei Jun Yang Yong Yan Jie Juan Tao Ming Chao Xiaoming Xiaohong Jianguo Guoqiang Zhiwei Haiyan Meiling Min-Jung Ji-hoon Seo-yeon Hyun-woo Young-Soo Hiroshi Kenji Takashi Yuki Akira Naoko Yoko Minh Thanh Anh'),
  },
  south: {
    family: list('Sharma Verma Gupta Singh Kumar Patel Reddy Rao Nair Iyer Banerjee Chatterjee Mukherjee Das Ghosh Khan Ahmed Hussain Ali Rahman Hasan Mohammadi Hosseini Rezaei Karimi Al-Rashid El-Sayed Abdullah Ibrahim Mbeki Okafor Adeyemi Mensah Abebe Tesfaye Mwangi Otieno Ndlovu Dlamini Diallo Traoré Koné Nkrumah Cohen Levy Mizrahi Papadopoulos Georgiou'),
    given: list('Rajesh Amit Sanjay Priya Anita Sunita Ravi Vijay Arun Lakshmi Mohammad Ahmad Fatima Aisha Omar Hassan Khalid Layla Yusuf Amina Chinua Ngozi Thandi Kwame Kofi Abebe Haile Wanjiru Kofi Nelson Desmond Mamadou Aminata David Miriam Yael Avi Nikos Eleni Giorgos'),
  },
  slavLatin: {
    family: list('Ivanov Petrov Sidorov Smirnova Kuznetsov Popov Vasiliev Sokolov Mikhailov Novikova Fedorov Morozov Volkov Alekseev Lebedev Semenov Egorov Pavlova Kozlov Stepanov Nikolaev Orlov Andreev Makarov Nikitin Zakharova Shevchenko Kovalenko Bondarenko Tkachenko Kravchenko Nazarbayev Akhmetov Suleimenov Satpayeva Karimov Rakhmonov Jovanović Petrović Nikolić Marković Đorđević Horvat Kovačević Popescu Ionescu Dimitrov Georgiev'),
    given: list('Aleksandr Dmitry Sergey Andrey Aleksey Maksim Evgeny Ivan Mikhail Nikolay Vladimir Pavel Anna Maria Elena Natalia Olga Tatiana Irina Svetlana Yulia Ekaterina Oleksandr Oksana Iryna Nurlan Aigerim Daniyar Saule Bakhytzhan Milan Dragan Jelena Marija Ion Elena Georgi'),
  },
  ru: {
    family: list('Иванов Петров Сидоров Смирнов Кузнецов Попов Васильев Соколов Михайлов Новиков Фёдоров Морозов Волков Алексеев Лебедев Семенов Егоров Павлов Козлов Степанов Николаев Орлов Андреев Макаров Никитин Захаров Зайцев Соловьев Борисов Яковлев Григорьев Романов Воробьев Сергеев Кузьмин Фролов Александров Дмитриев Королев Гусев Киселев Ильин Максимов Поляков Сорокин Виноградов Ковалев Белов Медведев Антонов Тарасов Жуков Баранов Филиппов Комаров Давыдов Беляев Герасимов Богданов Осипов Сидоренко Матвеев Титов Марков Миронов Крылов Куликов Карпов Власов Мельников Денисов Гаврилов Тихонов Казаков Афанасьев Данилов Пантин Малинова Цымбурский Гельман Голосов Бабурин-Лесной Щербак'),
    female: list('Иванова Петрова Смирнова Кузнецова Попова Соколова Новикова Морозова Волкова Лебедева Козлова Орлова Захарова Зайцева Соловьева Борисова Яковлева Романова Сергеева Королева Ильина Сорокина Белова Медведева Жукова Баранова Комарова Давыдова Беляева Малинова Тимофеева Щербакова'),
    given: list('Александр Дмитрий Сергей Андрей Алексей Максим Евгений Иван Михаил Николай Владимир Павел Роман Игорь Олег Виктор Юрий Борис Григорий Анна Мария Елена Наталья Ольга Татьяна Ирина Светлана Юлия Екатерина Людмила Галина'),
    middle: list('Александрович Дмитриевич Сергеевич Андреевич Иванович Петрович Николаевич Владимирович Павлович Юрьевич Викторович Михайлович Борисович Олегович Игоревич'),
  },
  uk: {
    family: list('Шевченко Коваленко Бондаренко Ткаченко Кравченко Олійник Шевчук Коваль Поліщук Бойко Мельник Марченко Лисенко Руденко Савченко Петренко Кравчук Клименко Павленко Савчук Гончаренко Литвин Мороз Гаврилюк Іваненко Білоус'),
    given: list('Олександр Андрій Сергій Володимир Микола Іван Михайло Петро Василь Тарас Богдан Оксана Ірина Наталія Олена Тетяна Юлія Марія Галина'), middle: list('Олександрович Іванович Петрович Миколайович Васильович Сергійович'),
  },
  kk: {
    family: list('Назарбаев Ахметов Сулейменов Сәтбаев Әуезов Жұмабаев Байтұрсынов Оспанов Қасымов Нұрланов Ибраев Сейтов Мұқанов Тоқаев Әбдіров Есенов Жүнісов Сағынтаев Бекұлы Алимова Кенжебаева Төлегенова Исабаева Кадыров Рахимов Юлдашев Абдуллаев Асанов Токтогулов'),
    given: list('Нұрлан Айгерім Данияр Сәуле Бақыт Ерлан Асқар Гүлнара Жанар Мұрат Тимур Дәурен Әсел Қанат Ғалым Шолпан Серік'),
  },
  zh: {
    family: list('王 李 张 刘 陈 杨 黄 赵 吴 周 徐 孙 马 朱 胡 郭 何 林 高 罗 郑 梁 谢 宋 唐 许 韩 冯 邓 曹 彭 曾 肖 田 董 袁 潘 于 蒋 蔡 余 杜 叶 程 苏 魏 吕 丁 任 沈 姚 卢 姜 崔 钟 谭 陆 汪 范 金 石 欧阳 司马'),
    given: list('伟 芳 娜 敏 静 丽 强 磊 军 洋 勇 艳 杰 娟 涛 明 超 秀英 建国 国强 志伟 海燕 美玲 小红 文博 子轩 浩然 雨桐 晓东 建华 志刚 丽娟 红梅 永强 德胜 学文 思远 家明 俊 鹏 宇 欣 慧 晨 佳 凯 博 琳 婷'),
  },
  ja: {
    family: list('佐藤 鈴木 高橋 田中 伊藤 渡辺 山本 中村 小林 加藤 吉田 山田 佐々木 山口 松本 井上 木村 林 斎藤 清水'),
    given: list('太郎 一郎 健 誠 浩 直樹 恵子 陽子 美穂 由美 大輔 翔 健太 隆 正 明'),
  },
};

const onsets = list('b c d f g h j k l m n p r s t v w z br ch cl dr fl gr kr pl pr qu sch sh sl sp st str th tr v zh kh ts mb nd');
const vowels = list('a e i o u a e i o ei ie au ai ou ea y ö ü á é ó í å');
const codas = ['', '', '', ...list('n r l s t m k nd rt ns ck ll tz sk ng rg lm x th')];
const endings = list('er ov son berg man ez ini ski sen ard elli ström feld wicz enko ian ić ic poulos eau ault mann oğlu aya us as is ley ton ham ford well dottir sson escu chuk yan shvili vić');

/** A name that nobody bears, of a shape that somebody's could have. */
export function madeFamily(chance) {
  const syllable = () => chance.pick(onsets) + chance.pick(vowels) + chance.pick(codas);
  const name = Array.from({ length: chance.from(1, 2) }, syllable).join('') + (chance.maybe(0.6) ? chance.pick(endings) : '');
  const capital = name[0].toUpperCase() + name.slice(1);
  return chance.maybe(0.04) ? `${capital}-${chance.pick(cultures.en.family)}` : capital;
}

export function madeGiven(chance) {
  const name = chance.pick(onsets) + chance.pick(vowels) + chance.pick(onsets) + chance.pick(list('a e o i us ia an el ine in ette er'));
  return name[0].toUpperCase() + name.slice(1);
}
