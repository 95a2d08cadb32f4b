/** Given names of which several languages have forms of their own, one class a line. */

/** Forms that one person's name takes from language to language; forms that differ only as spellings do are needed once. */
const CLASSES = `
Aleksandr Alexander Oleksandr Aliaksandr Alyaksandr Aleksander Alexandr Aleksandar Александр Олександр Аляксандр
Aleksandra Alexandra Oleksandra Aliaksandra
Aleksey Alexei Oleksiy Aliaksei Alyaksey Oleksii Alexis Алексей Олексій Аляксей
Anastasia Anastasiya Anastasiia Nastassia
Anatoly Anatoliy Anatol Anatolii
Andrey Andrei Andriy Andrii Andrew Andrej
Anna Hanna Ganna Ганна
Anton Antonio Antoni
Arkady Arkadiy Arkadz
Artem Artyom Artiom Artsiom Artsem
Boris Barys Borys
Daniil Danila Danil Danylo Daniel
Denis Denys Dzianis
Dmitry Dmitri Dmitriy Dmytro Dzmitry Dzmitri Dmitrij Дмитрий Дмитро Дзмітрый
Ekaterina Yekaterina Kateryna Katsiaryna Catherine Katarina Екатерина Кацярына
Elena Yelena Olena Alena Helena Елена Олена Алена
Evgeny Yevgeny Yevhen Yauhen Evgeniy Eugene Iauhen Yevhenii Jauhen Евгений Євген Яўген
Fedor Fyodor Fedir Fiodar Theodor
Gennady Gennadiy Hennadiy Henadz Henadzi Gennadi Геннадий Генадзь
Georgy Georgiy Heorhiy Georgi Giorgi Heorhi
Grigory Grigoriy Hryhoriy Ryhor Gregory Hryhorii
Igor Ihor Ihar Игорь Ігор Ігар
Ilya Illya Illia Ilia
Irina Iryna Irena
Ivan Ioan
Kirill Kyrylo Kiryl Cyril
Konstantin Kostiantyn Kanstantsin Constantin Kostyantyn Константин Канстанцін
Larisa Larysa
Leonid Leanid
Lyudmila Liudmyla Ludmila Lyudmyla Liudmila
Maksim Maxim Maksym
Maria Mariya Mariia Marya
Marina Maryna
Mikhail Mykhailo Mikhal Mikhas Michael Mykhaylo Михаил Михайло Міхаіл
Natalya Nataliya Natalia Nataliia Nathalie Наталья Наталля
Nikita Mikita Mykyta
Nikolay Nikolai Mykola Mikalai Mikalay Nicholas Николай Микола Мікалай
Oksana Aksana
Oleg Oleh Aleh Олег Олег Алег
Olga Olha Volha Ольга Вольга
Pavel Pavlo Paval Paul Павел Павло
Petr Pyotr Petro Piatro Peter Пётр Петро
Roman Raman
Ruslan Rouslan
Sergey Sergei Serhiy Siarhei Serhii Syarhei Serge Сергей Сергій Сяргей
Stanislav Stanislau
Svetlana Svitlana Sviatlana Sviatlana Светлана
Tatyana Tatiana Tetiana Tetyana Tatsiana Tatjana
Timofey Tymofiy Tsimafei Timofei
Vadim Vadym Vadzim
Valentin Valentyn Valiantsin
Valentina Valentyna Valiantsina
Valery Valeriy Valerii Valeryi Valerij
Vasily Vasiliy Vasyl Vasil Basil Vasilii
Viktor Victor Viktar Віктар
Vitaly Vitaliy Vitalii Vital
Vladimir Volodymyr Uladzimir Wladimir Владимир Володимир Уладзімір
Vladislav Vladyslav Uladzislau Владислав Уладзіслаў
Vyacheslav Viacheslav Viachaslau Vjaceslav Вячеслав
Yakov Yakau Yakiv
Lev Leu
Yegor Yahor Egor
Yaroslav Yaraslau Jaroslaw
Yulia Yuliya Yuliia Iuliia Julia Yuliia
Yuri Yury Yuriy Iurii Yurii Juri Юрий Юрій
Ahmad Ahmed Ahmet Akhmad Akhmed Ahmadou Amadou Axmad احمد أحمد
Mahmud Mahmoud Mahmood Makhmud Mehmood Mahmut محمود
Muhammad Mohammad Mohammed Mohamed Muhammed Mohamad Muhamad Mohd Mehmed Mehmet Magomed Mukhammad Mamadou Muhammet محمد
Hamid Hameed Khamid حميد
Hamad Hamed حمد
Hasan Hassan Khasan Hassane Xasan حسن
Husayn Hussein Hussain Hossein Husain Khusein Khusain Hüseyin Hocine Houcine Xuseen حسین حسين
Ali Aly Ally علي علی
Umar Omar Omer Oumar Ömer عمر
Uthman Othman Osman Usman Ousmane Ottoman Cismaan عثمان
Ibrahim Ebrahim Ibragim Ibraheem Brahim Abraham ابراهيم ابراهیم إبراهيم
Ismail Ismael Esmail Esmaeil Ismaeel Ismoil اسماعيل اسماعیل إسماعيل
Yusuf Yousef Yousif Yusef Yusof Youssef Joseph Iosif Jusuf Yuusuf يوسف یوسف
Yaqub Yaqoub Yakub Jacob Yacoub يعقوب
Ishaq Eshaq Isaac Ishak Isxaaq إسحاق اسحاق
Yahya Yehia Yahia يحيى یحیی
Isa Issa Eissa Essa عيسى
Musa Moussa Mousa Moses موسى موسی
Sulayman Sulaiman Suleiman Soleiman Solomon Süleyman Suleyman Slimane سليمان سلیمان
Dawud Daoud Dawood Daud David داود
Khalid Khaled Xalid Halit خالد
Khalil Halil Khaleel خليل خلیل
Jamal Gamal Djamel Cemal جمال
Jamil Cemil Jameel جميل
Jafar Jaafar Gafar Cafer Djaafar جعفر
Said Saeed Saeid Sayeed Saïd سعيد سعید
Saad سعد
Saddam Sadam صدام
Salih Saleh صالح
Salah Salaah صلاح
Salim Saleem سليم
Salem سالم
Karim Kareem Kerim كريم کریم
Rahim Raheem Rakhim رحيم رحیم
Rahman Rahmaan Rakhman رحمن
Rashid Rasheed Rachid Reşit Raşit رشيد رشید
Nasir Nasser Naser ناصر
Qasim Qassem Kasim Kassem Ghasem Gasem قاسم
Tariq Tarek Tareq Tarık طارق
Zayd Zaid Zeid زيد زید
Ziyad Ziad زياد زیاد
Bakr Bakar Bekr بكر
Fatima Fatemeh Fatma فاطمة فاطمه
Maryam Mariam Miriam مريم
Aisha Ayesha Aicha Ayşe عائشة
Hamza Hamzah Khamza Xamza حمزة حمزه
Anwar Anwer Enver أنور انور
Akbar Ekber أكبر اکبر
Mustafa Mostafa Moustapha Mustapha مصطفى مصطفی
Murtada Mortaza Morteza Murtaza مرتضى مرتضی
Mahdi Mehdi Mehti مهدي مهدی
Majid Majeed Medjid ماجد
Rida Reza Riza Rida رضا
Tahir Taher Tahir Tohir طاهر
Bashir Basheer Bachir Beşir بشير
Bashar Bachar بشار
Faysal Faisal Feisal فيصل
Faruq Farouk Farooq Faruk فاروق
Habib Habeeb Khabib حبيب
Haydar Haidar Heydar Khaidar حيدر
Walid Waleed Oualid Velid وليد
Wahid Waheed Vahid واحد
Zakariya Zakaria Zekeriya زكريا
Marwan Merwan Mervan مروان
Munir Mounir Muneer Münir منير
Nabil Nabeel Nebil نبيل
Adil Adel Adil عادل
Amin Ameen Emin أمين
Imad Emad عماد
Iyad Ayad Eyad إياد
Issam Isam Essam Cisam عصام
Hisham Hesham Hicham هشام
Jihad Cihad Djihad جهاد
Luay Louay Loay لؤي
Rami Ramy رامي
Samir Sameer Semir سمير
Samer سامر
Yasin Yassin Yaseen Yacine ياسين
Yasir Yasser Yaser ياسر
Ayman Aymen Eymen أيمن
Aziz Azeez Aziz عزيز
Akhund Akhond Akhoond
Bakhtiyor Bakhtiyar Bakhtiar
Jurabek Jorabek Jurabek
Jamshed Jamshid
Rustam Rostam Rustem Rüstem
Timur Temur Taymur Teymur
Farrukh Farukh
Shukhrat Shuhrat Shohrat
Aslan Arslan
Ramzan Ramadan Ramazan Romdhane رمضان
Islam اسلام إسلام
Shamil Chamil
Ulugbek Ulughbek Ulug‘bek
Sayfullo Sayfulla Saifullah
`;

/** The classes: each line's forms, split. */
export const GIVEN_NAMES: readonly (readonly string[])[] = CLASSES.trim()
  .split('\n')
  .map((line) => [...new Set(line.split(' '))]);
