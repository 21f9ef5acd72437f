const pairs = (text) =>
  text.split(', ').map((pair) => {
    const [ru, en] = pair.split('/');
    return { ru, en };
  });

export const womenNames = pairs(
  'Анна/Anna, Елена/Elena, Ольга/Olga, Наталья/Natalia, Светлана/Svetlana, Татьяна/Tatiana, Юлия/Yulia, Галина/Galina, Алия/Aliya, Гульнара/Gulnara, Людмила/Lyudmila, Вера/Vera',
);
export const menNames = pairs(
  'Алексей/Alexey, Дмитрий/Dmitry, Сергей/Sergey, Андрей/Andrey, Михаил/Mikhail, Руслан/Ruslan, Ильдар/Ildar, Виктор/Viktor',
);
/** Endings differ by gender: the men's form stands here, women get «а» and "a". */
export const surnames = pairs(
  'Соколов/Sokolov, Морозов/Morozov, Ахметов/Akhmetov, Лебедев/Lebedev, Новиков/Novikov, Зайцев/Zaitsev, Гусев/Gusev, Быков/Bykov, Тарасов/Tarasov, Орлов/Orlov, Сафин/Safin, Кузьмин/Kuzmin, Каримов/Karimov, Фомин/Fomin, Широков/Shirokov, Ермаков/Ermakov, Юсупов/Yusupov, Панин/Panin, Воронцов/Vorontsov, Климов/Klimov',
);
export const cities = {
  RU: pairs(
    'Москва/Moscow, Казань/Kazan, Уфа/Ufa, Самара/Samara, Пермь/Perm, Тюмень/Tyumen, Екатеринбург/Yekaterinburg, Омск/Omsk, Краснодар/Krasnodar, Воронеж/Voronezh',
  ),
  KZ: pairs(
    'Алматы/Almaty, Астана/Astana, Шымкент/Shymkent, Караганда/Karaganda, Актобе/Aktobe, Павлодар/Pavlodar, Костанай/Kostanay, Атырау/Atyrau',
  ),
};
export const streets = pairs(
  'ул. Ленина/Lenina St, ул. Садовая/Sadovaya St, пр. Мира/Mira Ave, ул. Гагарина/Gagarina St, ул. Кирова/Kirova St, пр. Победы/Pobedy Ave',
);
export const goods = pairs(
  'Комплекс «Утро»/Morning complex, Коллаген 30 саше/Collagen 30 sachets, Чай на травах/Herbal tea, Омега-3/Omega 3, Крем для рук/Hand cream, Витамин D3/Vitamin D3, Стартовый набор/Starter kit, Спрей для дома/Home spray',
);
