"""Tricky full stops and marks as news has them, class by class. One bar where a sentence ends."""

import pytest

from newsroom.text.sentences import sentences

CASES = """
The U.S. Senate voted on Tuesday.|The House did not.
U.K. Prime Minister Ana Holt resigned.|Nobody was surprised.
They live in Washington, D.C.|The war took them there.
D.C. Mayor Ida Storm spoke first.|The crowd cheered.
He left the U.K.|Britain was cold.
The law covers the U.S. and the U.K.|It starts in May.
She returned to the U.S. Friday.
She returned to the U.S. on Friday.|Nobody met her.
He is a U.S. citizen.|His wife is not.
It was made in the U.S.A.|It broke in a week.
The E.U. Commission fined the firm.|It will appeal.
He flew to the U.S.|Officials at the airport held him.
Trade between China and the U.S. Treasury bonds fell.
Critics of the U.S. Supreme Court disagree.|They always do.
Rep. Ann Moore, D-Wis., voted no.|She gave no reason.
Sen. Jon Falk (R-Tex.) voted yes.|He smiled.
Lt. Gov. Dan Price signed the bill.|It takes effect on Oct. 1.
Gen. Ivo Brandt and Col. Ada Reyes testified.|Neither took questions.
The Rev. Al Tate led the march.|Police watched.
St. Louis is not St. Paul.|Both are on the river.
They met on Wall St.|Shares fell.
Mt. Rainier is higher than Mt. Hood.|Both have snow.
George W. Bush met John F. Kerry.|They shook hands.
J. R. R. Tolkien wrote it.|C.S. Lewis read it.
The suspect was identified as Malcolm X.|He denied it.
The winner was Plan B.|Nobody liked it.
He finished with a grade of B.|She got an A.
Harry S. Truman signed it.|The law stood.
The company, Acme Inc., said it would appeal.|Its shares rose.
Acme Inc. said it would appeal.|Its shares rose.
He works for Acme Corp.|She works for Holm & Co.
Holm & Co. Ltd. was sold.|The price was not given.
Acme Corp. Chief Executive Ana Lind quit.|Shares fell.
Smith Bros. Circus is in town.|It leaves on Sunday.
Robert Downey Jr. stars.|The film opens in May.
He was named after Martin Luther King Jr.|His mother chose it.
Sammy Davis Jr. Day is in June.
She lives at No. 5 High Street.|He lives at No. 7.
No. 5 seed Ida Storm won.|She plays on Monday.
Was it him?|No.|It was his brother.
The answer was no.|He left.
The mayor’s answer is no.|The council’s is yes.
He ranks No. 1 in the world.|She is No. 2.
The man, 24, was held.|A boy, 9, was not.
Holm (Sund), aged 6.5 years, weighs 20 lbs.|He eats fish.
It rose 3.5 percent.|It fell 0.2 points.
The price is $4.50.|It was $3.
It cost $1.2 million.|The old one cost $.99.
At 3.15 p.m. the train left.|It came back at 9 p.m.
It closes at 9 p.m.|Doors open at 8.
The vote is at 5 p.m. EST.|Polls close at 8 p.m. Eastern time.
It opens at 10 a.m. Sunday.|It closes at noon.
The show starts at 8 p.m. in Room 4.|Tickets are free.
At 6 a.m. Mayor Lind arrived.|She was late.
It ended at 4 a.m.|Mayor Lind was asleep.
He waited ... and waited.|Nobody came.
He waited…|Nobody came.
“I thought … well, never mind,” he said.|He hung up.
“We could go to …”|She stopped.
The report says: “... the bridge is unsafe.”|The council knew.
It was over . . .|Nobody spoke.
It was late. . . .|Nobody came.
‘We will not go,’ said Ms Lind.|‘We have no boats.’
‘Is it true?’ Mr Falk asked.|Nobody knew.
The minister called it ‘a disgrace’.|The mayor agreed.
The minister called it “a disgrace”.|The mayor agreed.
‘It’s over.’|The captain left.
The workers’ union said no.|The owners’ club said yes.
He said, ‘She told me “never again”.’|He believed her.
“It is over.”|The captain left.
“Stop!” she cried.|The man ran.
“Stop!”|The man ran.
“Why?” she asked.|He had no answer.
“Why should we pay?” Ana Lind, the owner, asked the court.|The judge was silent.
“Where is the money?” the chairman of the club wanted to know.|Nobody answered.
“Did you see it?” asked the judge.|“No,” he said.
“Who will pay?” said Lind.|“We will.”
“Yes!”|“No!”
“Who will pay?”|“We will.”
Did he say “never”?|He did.
She asked, “Who are you?” and left.|He stayed.
“Who are you?” is the title of the film.|It opens today.
“Help!” by the Beatles was played.|People danced.
Yahoo! shares fell.|Jeopardy! is on at 7.
The quiz Who Wants to Be a Millionaire? returns on Monday.
He wrote Oklahoma! and Carousel.|Both ran for years.
Will they pay?|Can they?|Nobody knows.
What?!|No way.
“What?!” he shouted.|Nobody heard.
(See page 3.)|The rest is online.
The firm (it was founded in 1990.) failed.
The firm (founded by A. B. Lind in 1990) failed.|Its owner fled.
He left (nobody knows why).|She stayed.
He left.|(Nobody knows why.)|She stayed.
The bank [sic] failed.|It was rescued.
Visit https://holm.example/a.html?x=1.|It is free.
See holm.example/news.|It has more.
Write to ana.lind@holm.example.|She answers.
The file report.pdf was deleted.|It had 3.5 MB.
The site Amazon.com Inc. runs is down.|It will be back.
It uses Node.js and ASP.NET.|Both are old.
We sell apples, pears, etc.|Prices vary.
We sell apples, pears, etc. in the shop.
He has a Ph.D. in law.|She has an M.A.
He has a Ph.D.|She has an M.A.
Ana Lind, M.D., led it.|She was tired.
The case Lind v. Holm ended.|Falk vs. Storm goes on.
See Art. 5, para. 2.|It is short.
The budget (approx. 3 million) was cut.|By how much is unclear.
The rule applies to banks, e.g. Holm Bank.|It is new.
Some fish, i.e. Cod and Herring, are rare.|Others are not.
In Jan. the ferry stopped.|In Feb. it sailed again.
On Sept. 11 it rained.|On Dec. 25 it snowed.
It began in Oct.|Nobody knew.
The road is 5 km. long.|It is closed.
The bridge is 40 ft. high.|It is 6 in. wide.
It weighs 5 lb. 3 oz.|It is a girl.
He scored 21 pts. and 5 rebounds.|They lost.
1. The budget is approved.
The war ended in 1945.|Nobody cheered.
It happened in the 1990s.|He was young.
The band R.E.M. split up.|N.W.A. did not.
He worked for the F.B.I. and the C.I.A.|He retired in May.
The C.I.A. Director resigned.|The F.B.I. chief did not.
Brig. Gen. Tom Cole and Sgt. Maj. Ed Wu left.|They returned.
Mr. and Mrs. Lind came.|Their son stayed.
Dr. No is a film.|He saw it.
Ald. Jon Falk and Supt. Ida Storm spoke.|The crowd listened.
The Hon. Ana Lind, K.C., spoke.|The judge nodded.
Prof. Dr. Hans Meier sprach am 3. Mai in Berlin.|Es regnete.
Die Firma hat ca. 300 Mitarbeiter, z. B. in Köln.|Das sagte Dr. Weiß.
Am 24. Dezember 1999 kam er an.|Niemand wartete.
„Ich gehe“, sagte er.|„Bleib hier!“, rief sie.
„Ist das wahr?“, fragte Meier.|Niemand antwortete.
Das gilt bzw. galt für die GmbH & Co. KG.|Sie ist pleite.
Der Umsatz stieg auf 3.500.000 Euro.|Das sind 2,5 Prozent mehr.
König Karl III. besucht Berlin.|Er bleibt zwei Tage.
Der 2. Weltkrieg endete 1945.|Danach kam der Kalte Krieg.
M. Dupont et Mme. Martin sont venus.|Ils sont partis.
« Où allez-vous ? » demanda M. Dupont.|Personne ne répondit.
« Je pars », dit-elle.|« Restez ! »
Il est né le 1er janv. 1970 à Paris.|Il vit à Lyon.
Le prix est de 3,5 M€.|C’est cher.
La Sra. López llegó.|El Sr. Díaz no.
¿Quién es?|¡Es él!|Nadie lo sabe.
—¿Quién es? —preguntó Ana.|Nadie contestó.
EE. UU. ganó.|El Dr. Ruiz lo dijo.
Он жил в г. Москве на ул. Ленина.|Потом уехал.
А. С. Пушкин родился в 1799 г. в Москве.|Он был поэтом.
Это было в 1990 г.|Потом всё изменилось.
«Куда вы идёте?» — спросил он.|Никто не ответил.
«Я иду домой», — сказала она.|«Останься!»
Т. е. цена выросла на 5 тыс. руб.|Никто не платит.
Це сталося у 1991 р.|Він мешкав у м. Києві.
«Хто тут?» — запитав пан Шевчук.|Ніхто не відповів.
Сума становить 5 млн. грн.|Це багато.
The plan includes:
• More buses.
Why now? asked the paper.|Nobody knew.
Is this the end?, he asked.|She laughed.
“I am here,” he said, “and I stay.|Nobody moves me.”
“We lost 40 men that night.|It was a disaster,” he said.
“No. Never,” he said.
“I came here in 1990.|I left in 1999.”|He smiled.
“It was,” he said.|“It really was.”
He paid $5 to Ms. X.|She took it.
The 6-ft. wall fell.|It hurt no one.
Pvt. Ed Lee, 19, of Erie, Pa., died.|He was buried in Pa.
He is from Tampa, Fla.|She is not.
She studied at M.I.T.|Boston was home.
He moved to L.A.|Friends followed.
He moved to L.A. in May.|Friends followed.
The L.A. Times reported it.|The N.Y. Post did not.
At 10:30 a.m. GMT it began.|At 11 it ended.
I met him at 10 p.m.|I was alone.
The temperature hit 40 °C.|It was hot.
Article 5. No person may vote twice.
It was signed by Ana Lind et al. in 2010.|It was cited often.
He earned approx. $5 an hour.|She earned max. $7.
“Mr. Lind,” the judge said, “you will pay.”|He nodded.
The judge asked: “Do you understand?”|“Yes,” he said.
The judge asked: “Do you understand?”|He nodded.
“What now?”|The crowd was silent.
“Go away!”|Mr. Lind was angry.
“Go away!” Mr. Lind told reporters.|They left.
“Really?” Mrs. Holm’s lawyer said.|He smiled.
“Is it safe?” one resident of the island asked.|Nobody knew.
“Is it safe?” neighbors asked.|Nobody knew.
“Is it safe?” reads a sign at the gate.|It is new.
The song ‘Why?’ was a hit.|It sold well.
No. 10 declined to comment.|Downing St. is closed.
He called 9-1-1.|Police came.
He was born on Feb. 29.|He is 4.
The vote was 5-4.|Justice R. B. Ginsburg dissented.
The firm, Holm & Sons Ltd., is bankrupt.|It owes £3m.
She won a Grammy in the category Best R. & B. Album.|She cried.
They play Toronto F.C. on Sunday.|Real Sociedad wait.
He got 3 yrs. 6 mos. in jail.|His brother got 2 yrs.
The minister, Jon Falk, M.P., resigned.|His deputy, Ida Storm, M.P., did not.
Washington, D.C.-based Acme fell.|Its rival rose.
In the U.S., Holm said, it is legal.|In the U.K., it is not.
“In the U.S.,” he said, “it is legal.”|Nobody laughed.
The U.S.-led force left.|The U.N. stayed.
The U.N. Security Council met.|The U.N. General Assembly did not.
She asked whether the U.S. is ready.|It is.
Nobody loves the U.S. more than I do.|Nobody.
“I love the U.S.”|He smiled.
Gov. Lind said on Jan. 5 that he’d run.|Sen. Falk didn’t.
Fr. Tom said Mass.|The church was full.
U.S. District Judge Ida Holt ruled on Monday.|The firm appealed.
Officials in the U.S. say the plan failed.|Nobody asked why.
The U.S. economy grew.|Europe’s did not.
U.S. and E.U. negotiators met in Geneva.|They made no progress.
The president left for the U.K.|Aides stayed in Paris.
In D.C., nobody noticed.|In L.A., they marched.
He moved from Washington, D.C., to Austin, Texas.|His dog came along.
He testified before the U.S. Senate.|Lawmakers were unmoved.
Chancellor of Germany Dr. Olaf Weiss spoke.|He was brief.
Mr. Speaker, Ms. Holm said, that is wrong.|The hall fell silent.
Gov. Maria T. Reyes vetoed the bill.|Lawmakers overrode her.
Sgt. 1st Class Tom Ade died.|He was 31.
Asst. Chief Ed Mann said no arrests were made.|Police kept looking.
Chief Justice John G. Roberts Jr. wrote the opinion.|Justice Samuel A. Alito Jr. dissented.
Ms. St. John declined.|Mr. St. Clair did not.
J.D. Vance spoke in Ohio.|J.B. Pritzker did in Illinois.
It was directed by J.J. Abrams.|Critics liked it.
Samuel L. Jackson stars.|E. L. Doctorow wrote the book.
The author, E. B. White, lived in Maine.|He kept pigs.
Inflation was 2.4 percent in Q1.|It was 3.0 percent in Q2.
The stock closed at $1,204.50.|It had opened at $1,199.
It measured 6.2 on the scale.|No damage was reported.
The ratio is 1:2.5.|That is low.
About .5 percent was lost.|The rest is safe.
Toyota Motor Corp. and Ford Motor Co. both declined.|Honda did not.
Tesla Inc. CEO Ana Lind sold shares.|She kept most.
Amazon.com Inc., based in Seattle, grew.|Its staff shrank.
The deal with Alphabet Inc. was signed.|Shares rose 2 percent.
He founded Holm Ltd.|He sold it in 2004.
Warner Bros. Pictures made it.|Warner Bros. declined to comment.
Lind & Sons Inc.’s lawyer objected.|The judge agreed.
She is the No. 2 official.|No. 1 is on leave.
Room No. 5 was empty.|Room No. 6 was not.
Opus No. 3 was played.|The hall was full.
He said no. 5 people agreed.
Lot Nos. 4 and 5 sold.|Lot No. 6 did not.
Ana Lind, 34, and Jon Falk, 6, survived.|A dog did not.
Her daughter is 6.|Her son is 9.
Mr. Falk, who is 81, resigned.|Mr. Lind, 79, stays.
Trains leave at 7 a.m. and 9 p.m. daily.|Buses leave at noon.
He woke at 5 a.m.|Rain fell.
He was found at 2:15 a.m. Saturday, Jan. 4.|He was cold.
From 6 p.m. to 8 p.m. Main Street is closed.|Drive slowly.
The 11 p.m. curfew ended.|Bars reopened.
“I was … I was scared,” she said.|He nodded.
“I just … ” His voice broke.
She paused ... then spoke.|Nobody breathed.
“And then … nothing.”|He shrugged.
... and so it ended.|Nobody cried.
‘I have nothing to hide,’ Mr O’Brien said.|‘Ask my wife.’
‘Why?’ he asked.|‘Because I can.’
‘Will you resign?’ the MP was asked.|‘No.’
She said it was ‘a mess’.|He said it was ‘fine.’
The PM’s ‘no deal’ plan failed.|MPs’ votes sank it.
Mr Lind (Lab., Holm) spoke.|Ms Storm (Con., Sund) replied.
He shouted ‘Fire!’ and ran.|Others followed.
He called it “a lie.”|She called it “the truth”.
She was “thrilled”.|He was “less so.”
“It was a lie.”|The court agreed.
He wrote: “I am done.”|Then he left.
“Who did this?” Judge Amy Lind of the county court asked.|No one stirred.
“Who did this?” Lind asked.|“I did.”
“Have you no shame?” Mr. Lind, a Democrat from Holm, said at the hearing.|He has none.
“What do we want?” they chanted.|“Boats!”
“Bravo!” wrote the Courier.|Others disagreed.
“How much?” I asked.|“Ten.”
“Are we safe?” the headline asked.|The story did not say.
“Are we safe?”|The headline was wrong.
Who said “Let them eat cake”?|Not she.
He asked who said “Let them eat cake.”|Nobody knew.
Did she really say “I quit!”?|She did.
(He later apologized.)|The paper did not.
He apologized (twice).|The paper did not.
He said (in 2010) it was over.|It wasn’t.
It was cheap (about $3.50 a lb.) and good.|We bought ten.
[Editor’s note: This is old.]|It began in May.
Go to www.holm.example/path.html?q=1.2 for more.|It loads slowly.
See https://t.co/abc.|It is short.
He tweets at @lind.|His posts are dull.
Email info@holm.example.|We answer.
Version 2.0.1 is out.|It fixes bugs.
The file is data.csv.|It is small.
He holds an M.B.A. from Holm and a B.S. from Sund.|He teaches.
Her title is Esq.|She uses it.
The road runs past 12 Elm St. and 4 Oak Ave. in town.|It is wet.
The pipe is 3 in. wide.|It leaks.
He ran 100 m. in 9.8 sec.|He won.
It holds 5 gal. of water.|It is full.
He sells nails, screws, bolts, etc.|Business is slow.
The firm was founded c. 1900.|Its archive burned.
Cf. Lind v. Falk, 3 U.S. 14.|It is old.
See pp. 4–6 and ch. 2.|They differ.
Sept. 11 changed it.|So did Dec. 7.
It was on Mon. and Tues.|Rain fell on Wed.
The vote is set for Tues., Nov. 3.|Polls open at 7.
Es war am Montag, dem 3. August 2020.|Es regnete.
Im 19. Jahrhundert lebte hier niemand.|Heute sind es 400.
Herr Prof. Dr. med. Lind sagte nichts.|Er ging.
Die Straße ist ca. 3 km lang.|Sie endet in St. Pölten.
„Wir kommen wieder.“|Das sagte er 1999.
„Was nun?“, fragte die Richterin.|Lind schwieg.
Das kostet 3,50 Euro inkl. MwSt.|Mehr nicht.
Die Band trat u. a. in Köln auf.|Sie spielte z. B. Jazz.
Das Gesetz gilt u. a. für Banken.|Es ist neu.
Er lebt in Frankfurt a. M. und arbeitet hier.|Sie nicht.
Il habite au no. 5 de la rue.|Elle est partie.
« Je ne sais pas. »|Il partit.
« Pourquoi ? » a-t-il demandé.|Silence.
Le Dr. Martin et le Pr. Durand étaient là.|Ils ont parlé.
J.-C. Martin a gagné.|Il est heureux.
«No lo sé», dijo.|«Pregunte a otro.»
¡Qué día!|Nadie vino.
Vive en la Av. Libertad, núm. 5.|Es tarde.
— Вы идёте? — спросил он.|— Нет.
В 2020 г. компания закрылась.|Её владелец уехал.
Он родился в XIX в.|Умер в 1950 г.
Это стоит 5 руб. 50 коп.|Дёшево.
Компания «Роги и копыта» закрыта.|Её купили.
Он сказал: «Я ухожу».|Никто не ответил.
Т. Шевченко народився 1814 р.|Він був поетом.
У 2022 р. Україна подала заявку.|Її прийняли.
Вулиця ім. Івана Франка закрита.|Її ремонтують.
"""


@pytest.mark.parametrize("marked", CASES.strip().splitlines())
def test_tricky(marked):
    text = marked.replace("|", " ")
    assert [text[start:end] for start, end in sentences(text)] == marked.split("|")


@pytest.mark.parametrize(
    "marked",
    [
        "彼は来た。|誰もいなかった。",
        "「行かない。」と彼は言った。|彼は帰った。",
        "彼は「待て。行くな。」と叫んだ。|船は出た。",
        "本当ですか？|はい。",
        "“我不去。”他说。|没有人回答。",
        "他走了。|“再见。”|没有人回答。",
    ],
)
def test_without_spaces(marked):
    text = marked.replace("|", "")
    assert [text[start:end] for start, end in sentences(text)] == marked.split("|")


def test_a_time_at_the_head_goes_on_with_who_did_it():
    text = "On Monday at 6 a.m. Mayor Lind arrived. From 6 p.m. to 8 p.m. Main Street was closed."
    assert len(sentences(text)) == 2


def test_numbered_lines_are_sentences():
    text = "We need:\n1. Rope of 5 m\n2. Tar\n10) A horn"
    assert [text[start:end] for start, end in sentences(text)] == ["We need:", "1. Rope of 5 m", "2. Tar", "10) A horn"]
