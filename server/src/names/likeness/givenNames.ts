/** Given names of which several languages have forms of their own, one class a line. */

/** Forms that one person's name takes from language to language; forms that differ only as spellings do are needed once. */
const CHRISTIAN = `
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
Bogdan Bohdan Богдан
Eduard Edward Eduardo Эдуард
Elizaveta Yelizaveta Lizaveta Elizabeth Елизавета
Galina Halyna Halina Galyna Галина
Gleb Hleb Глеб
German Herman Герман
Ignat Ihnat Игнат
Lyubov Liubov Lioubov Lubov Любовь
Matvey Matvei Matsvei Матвей
Miroslav Myroslav Miraslau
Nadezhda Nadiya Nadzeya Nadiia Надежда
Rostislav Rostyslav Rastsislau
Semyon Semen Simeon Siamion Семён
Sofia Sofiya Sophia София
Stepan Stsiapan Степан
Svyatoslav Sviatoslav Sviataslau
Vera Vira Вера
Veronika Veronica Veranika
Viktoria Viktoriya Victoria Viktoryia Виктория Вікторія
Vsevolod Usevalad Всеволод
`;

/** The same for names that Muslims bear. */
const MUSLIM = `
Ahmad Ahmed Ahmet Akhmad Akhmed Ahmadou Amadou Axmad احمد أحمد
Mahmud Mahmoud Mahmood Makhmud Mehmood Mahmut Maxamuud محمود
Muhammad Mohammad Mohammed Mohamed Muhammed Mohamad Muhamad Mohd Mehmed Mehmet Magomed Mukhammad Mamadou Muhammet Maxamed Mahamed محمد
Hamid Hameed Khamid حميد
Hamad Hamed حمد
Hasan Hassan Khasan Hassane Xasan حسن
Husayn Hussein Hussain Hossein Husain Khusein Khusain Husan Khusan Xusan Hüseyin Hocine Houcine Xuseen حسین حسين
Ali Aly Ally علي علی
Umar Omar Omer Oumar Ömer Cumar عمر
Uthman Othman Osman Usman Usmon Ousmane Ottoman Cismaan عثمان
Ibrahim Ibrohim Ebrahim Ibragim Ibraheem Brahim Abraham ابراهيم ابراهیم إبراهيم
Ismail Ismael Esmail Esmaeil Ismaeel Ismoil اسماعيل اسماعیل إسماعيل
Yusuf Yousef Yousif Yusef Yusof Youssef Joseph Iosif Jusuf Yuusuf يوسف یوسف
Yaqub Yoqub Yaqoub Yakub Jacob Yacoub يعقوب
Ishaq Ishoq Eshaq Isaac Ishak Isxaaq إسحاق اسحاق
Yahya Yehia Yahia يحيى یحیی
Isa Issa Eissa Essa عيسى
Musa Moussa Mousa Moses موسى موسی
Sulayman Sulaymon Sulaiman Suleiman Soleiman Solomon Süleyman Suleyman Slimane سليمان سلیمان
Dawud Dovud Daoud Dawood Daud David داود
Khalid Kholid Xolid Khaled Xalid Halit خالد
Khalil Halil Khaleel خليل خلیل
Jamal Jamol Gamal Djamel Cemal جمال
Jamil Cemil Jameel جميل
Jafar Jaafar Gafar Cafer Djaafar جعفر
Said Saeed Saeid Sayeed Saïd سعيد سعید
Saad سعد
Saddam Sadam صدام
Salih Solih Saleh صالح
Salah Saloh Salaah صلاح
Salim Saleem سليم
Salem سالم
Karim Kareem Kerim كريم کریم
Rahim Raheem Rakhim رحيم رحیم
Rahman Rahmon Rakhmon Rahmaan Rakhman رحمن
Rashid Rasheed Rachid Reşit Raşit رشيد رشید
Nasir Nosir Nasser Naser ناصر
Qasim Qosim Kosim Qassem Kasim Kassem Ghasem Gasem قاسم
Tariq Tarek Tareq Tarık طارق
Zayd Zaid Zeid زيد زید
Ziyad Ziad زياد زیاد
Bakr Bakar Bekr بكر
Fatima Fatemeh Fatma فاطمة فاطمه
Maryam Mariam Miriam مريم
Aisha Ayesha Aicha Ayşe عائشة
Hamza Hamzah Khamza Xamza حمزة حمزه
Anwar Anvar Anwer Enver أنور انور
Akbar Ekber أكبر اکبر
Mustafa Mustafo Mostafa Moustapha Mustapha مصطفى مصطفی
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
Wahid Vohid Waheed Vahid واحد
Zakariya Zakaria Zekeriya زكريا
Marwan Merwan Mervan مروان
Munir Mounir Muneer Münir منير
Nabil Nabeel Nebil نبيل
Adil Odil Adel Adil عادل
Amin Omin Ameen Emin أمين
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
Ramzan Ramazon Ramadan Ramazan Romdhane رمضان
Islam Islom اسلام إسلام
Shamil Chamil
Ulugbek Ulughbek Ulug‘bek
Sayfullo Sayfulla Saifullah
Abdullah Abdallah Abdulloh Abdoulaye عبدالله
Ubaydullah Obaidullah Obeidullah Ubaydulloh عبيدالله
Abbas Abas عباس
Adnan Adnon عدنان
Akram Ekrem Akrom أكرم اکرم
Akmal Akmol
Alim Olim Aleem عالم
Amir Emir Ameer أمير امیر
Anas Enes أنس
Arif Aref Orif عارف
Arshad Ershad ارشد
Asad Esad Asad أسد
Ashraf Eshref Ashrof Achraf أشرف اشرف
Asim Assem Osim عاصم
Atif Atef عاطف
Ayyub Ayub Ayoub Ayyoub Eyüp أيوب
Azam Aazam اعظم
Babur Bobur Babar بابر
Badr Bedr بدر
Bahadur Bahodir Bakhodir Bahadir بهادر
Bahram Bahrom Bakhrom بهرام
Bari Bary باري
Baqi Baqui Boqi باقي
Basir Baseer Bosir بصير
Behruz Bekhruz Behrooz Behrouz بهروز
Bilal Bilol Belal Bilel بلال
Burhan Borhan Burhon Burkhon برهان
Dilshod Dilshad
Fadil Fazil Fazel Fadel Fozil Fadhil فاضل
Fadl Fazl فضل
Fahd Fahad فهد
Farhad Farkhad Farhod Farkhod Ferhat فرهاد
Farid Fareed Ferid فريد فرید
Fattah Fatah Fettah Fattoh فتاح
Firuz Firouz Feruz Feroz فیروز
Fuad Fouad Fuat Foad فؤاد فواد
Ghaffar Ghafar Gaffar Ghaffor غفار
Ghafur Ghafour Ghafoor Gafur غفور
Ghani Gani Ghany غني
Ghulam Gholam Gulam Ghulom Gulyam غلام
Hadi Khadi Hadi هادي هادی
Haitham Haytham هيثم
Hakim Hakeem Khakim حكيم حکیم
Halim Haleem Khalim حليم
Haq Haqq Haque الحق حق
Hafiz Hafez Khafiz Hofiz حافظ
Hafs Hafss حفص
Hafsa Hafsah Khafsa حفصة حفصه
Sadr Sodr صدر
Qahir Qohir Kohir Kahir Qaher قاهر
Harun Haroun Haroon Kharun هارون
Hashim Hashem Khashim Hoshim هاشم
Hatim Hatem حاتم
Hikmat Hekmat Khikmat Hikmet حكمت حکمت
Husam Hossam Hussam حسام
Idris Edris Idriss إدريس
Ihsan Ehsan Ikhsan إحسان احسان
Ikram Ikrom إكرام
Ilham Ilhom Ilkhom Ilkham إلهام
Ilyas Elias Elyas Ilyos إلياس الياس
Imran Emran Imron عمران
Iqbal Eqbal Ikbal Iqbol إقبال
Irfan Erfan Irfon عرفان
Jabbar Jabbor Cebbar Djabbar جبار
Jabir Jaber Djaber جابر
Jahangir Jahongir Dzhakhongir Jehangir جهانگیر
Jalal Jalol Celal Galal Djalal جلال
Jalil Jaleel Celil Djalil جليل
Jasim Jassim Jassem جاسم
Javid Javed Jawed Cavid جاوید
Jawad Javad Cevat Djawad جواد
Junaid Juneid Cüneyt Junayd جنيد
Kamal Kemal Kamol كمال
Kazim Kadhim Kadhem Kazem كاظم کاظم
Khaliq Khaleq Kholiq Haliq خالق
Khurshid Khorshid خورشيد
Khusrav Khosrow Khusrow خسرو
Latif Lateef Latif لطيف
Luqman Loqman Luqmon Lokman لقمان
Mahir Maher ماهر
Malik Malek Molik مالك
Manan Mannan Mannon منان
Mansur Mansour Mansoor Mansur منصور
Marat Марат
Maruf Marouf معروف
Masud Masood Massoud Masoud Mesut مسعود
Matin Mateen متين
Muhsin Mohsen Muhsen محسن
Mujahid Mojahed Mujohid Mucahit مجاهد
Mukhtar Mokhtar Mukhtor Muhtar مختار
Mumin Momin Momen Mumen مؤمن
Munim Monem Munem منعم
Murad Mourad Murod Morad Murat Mourat مراد
Musab Mosab Mossab مصعب
Muttalib Motaleb Mutalib مطلب
Muzaffar Mozaffar Muzafar مظفر
Nabi Naby نبي
Nadim Nadeem نديم
Nadir Nader Nodir نادر
Naim Naeem Nayeem نعيم
Najib Najeeb Nagib Necip نجيب
Nazim Nozim Nazem ناظم
Nazir Nazeer نذير
Nizam Nezam Nizom نظام
Nuh Nooh Nouh نوح
Numan Noman نعمان
Nuri Nouri Noori نوري
Parviz Parvez Parwez Perviz پرویز
Qadir Qader Kadir Kader Qodir Kodir قادر
Qahhar Qahar Qahhor Kakhkhar قهار
Qayyum Qayum Qayoum Qayoom قيوم
Quddus Qudus Qodus Kuddus قدوس
Qurban Qurbon Kurban Kurbon Gurban Ghorban قربان
Rafiq Rafik Rafeeq Refik رفيق
Rajab Recep Redzhep Ragab رجب
Rasul Rasool Rassoul Resul رسول
Rauf Raouf Rawuf رؤوف
Ravshan Rawshan
Razzaq Razaq Razak Razzoq Abdurazak رزاق
Ridwan Rizwan Rizvan Redouane رضوان
Riyad Riad Riyadh رياض
Sabir Saber Sobir صابر
Sabri Sabry صبري
Sabur Saboor Sabour صبور
Sadiq Sadegh Sadek Sodiq صادق
Sajid Sajed ساجد
Sajjad Sajad سجاد
Salman Selman Salmon سلمان
Samad Samed صمد
Sami Samy سامي
Sardar Sardor Serdar سردار
Sarwar Sarvar سرور
Sattar Satar Settar ستار
Sayf Saif Seif سيف
Shafiq Shafik Chafik شفيق
Shakir Shaker Şakir شاكر
Shakur Shakoor Shakour Shukur شكور
Sharif Shareef Sherif Charif Cherif Şerif شريف شریف
Shavkat Shawkat Shaukat شوکت
Sherzod Sherzad Shirzad
Shihab Shahab شهاب
Shuaib Shoaib Shuayb شعيب
Siddiq Seddiq Siddique صديق
Siraj Seraj Siroj سراج
Suhail Sohail Suhayl Soheil سهيل
Suhrob Sohrab Sukhrob سهراب
Sultan Soltan Sulton سلطان
Talal طلال
Talha Talhah طلحة
Talib Taleb طالب
Tawfiq Taufiq Tofiq Tevfik Toufik توفيق
Ubayd Obaid Ubaid عبيد
Usama Osama Oussama أسامة اسامه
Wadud Wadood Wadoud ودود
Wahhab Wahab Vahob Vahhab وهاب
Wail Wael وائل
Wali Vali Veli ولي
Wasim Waseem وسيم
Yunus Younis Younes Yunis يونس
Zafar Zafer ظفر
Zahid Zahed Zohid زاهد
Zahir Zaher Zohir ظاهر ظهير
Zain Zayn Zein زين
Zakir Zaker Zokir ذاكر
Zarif Zareef Zarif ظريف
Ziya Zia Ziyo ضياء
Zubayr Zubair Zoubeir زبير
Zulfiqar Zulfikar Zolfaghar
`;

const classesOf = (lines: string): readonly (readonly string[])[] =>
  lines
    .trim()
    .split('\n')
    .map((line) => [...new Set(line.split(' '))]);

/** The classes: each line's forms, split. Those of Christian, mostly Slavic, names come first. */
export const GIVEN_NAMES: readonly (readonly string[])[] = [...classesOf(CHRISTIAN), ...classesOf(MUSLIM)];

/** How many of the classes are Christian. */
export const CHRISTIAN_CLASSES = classesOf(CHRISTIAN).length;
