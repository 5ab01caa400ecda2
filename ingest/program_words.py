"""What mail programs write around quoted mail, in the languages they speak: data only.

Each block is one list, its entries parted by "|"; languages in order: en, de, fr, es, it, nl, pt, pl, cs and sk, sv, da
and no, fi, hu, ro, ru and uk, tr, hr and sl, et, el, zh, ja, ko, and after them others.
"""

FROM = """
verzender | verstuurder | avsändare | from | von | absender | de | expéditeur | desde | remitente | da | mittente |
van | afzender | remetente | od | nadawca | odesílatel | odesilatel | odosielateľ | från | fra | afsender |
avsender | lähettäjä | feladó | expeditor | de la | от | от кого | отправитель | від | від кого | відправник |
kimden | gönderen | pošiljatelj | šalje | pošiljatelj/ica | saatja | kellelt | από | 发件人 | 寄件者 | 寄件人 |
差出人 | 送信元 | 보낸 사람 | 보낸사람 | nuo | no | מאת | من | từ | จาก | dari | frá | пошиљалац | 发 件 人 |
pošiljalac | kirimi | expeditorul
"""
SENT = """
sent | date | sent on | date sent | sent at | gesendet | datum | gesendet am | datum/uhrzeit | envoyé | envoyé le |
date d'envoi | enviado | enviado el | fecha | fecha de envío | enviado em | enviada em | enviada | inviato | data |
data invio | inviata | inviato il | verzonden | verstuurd | verzonden op | wysłano | wysłane | data wysłania |
odesláno | odesláno dne | odoslané | dátum | skickat | skickades | skickat den | sendt | dato | lähetetty |
päivämäärä | päiväys | küldve | elküldve | küldés dátuma | küldés ideje | trimis | dată | trimis la | дата |
отправлено | отправлен | дата отправки | надіслано | відправлено | tarih | gönderildi | gönderilme tarihi |
gönderme tarihi | gönderim tarihi | poslano | datum slanja | saadetud | kuupäev | ημερομηνία | εστάλη | 发送时间 |
发送日期 | 日期 | 时间 | 寄件日期 | 傳送日期 | 送信日時 | 日時 | 日付 | 보낸 날짜 | 날짜 | изпратено | изпратена |
išsiųsta | išsiuntimo data | data/laiks | nosūtīts | datums | enviat | enviat el | enviats | enviados | enviadas |
נשלח | נשלח ב | תאריך | تم الإرسال | التاريخ | تاريخ الإرسال | đã gửi | ngày | ngày gửi | ส่ง | วันที่ | tanggal |
dikirim | terkirim | poslato | sent date | 日 期 | 보낸 시간 | invio | data d'enviament | дата/час | gönderilen
"""
TO = """
ontvanger | ontvangers | geadresseerde | receptor | wysłano do | to | an | à | a | pour | para | aan | naar | do |
adresat | komu | pre | till | til | vastaanottaja | címzett | címzettek | către | catre | кому | до | получатель |
kime | alıcı | alici | za | prima | saaja | kellele | προς | destinataire | destinataires | destinatário |
destinatario | destinatari | empfänger | odbiorca | do kogo | příjemce | mottagare | modtager | mottaker | per |
pentru | 收件人 | 收件者 | 宛先 | 받는 사람 | 받는사람 | adressaat | kam | per a | אל | إلى | đến | tới | ถึง |
kepada | ke | adresát | 收 件 人 | 받는이 | destinatarul | 送信先
"""
CC = """
cc | kopie | copie | copie à | cópia | con copia | copia | dw | kopie (cc) | kópia | kopia | kopi | kopio |
másolat | másolatot kap | копия | копія | bilgi | koopia | pour information | c.c. | kopija | κοιν | κοινοποίηση |
抄送 | 副本 | 참조 | העתק | نسخة | نسخة إلى | đồng gửi | สำเนา | tembusan | μέλη κοιν | 抄 送 | kopija (cc)
"""
BCC = """
bcc | bkk | cci | cco | ccn | udw | skrytá kopie | hemlig kopia | piilokopio | titkos másolat | скрытая копия |
gizli | 密送
"""
SUBJECT = """
subject | betreff | objet | sujet | asunto | oggetto | onderwerp | assunto | temat | předmět | predmet | ämne |
emne | aihe | tárgy | subiect | тема | konu | naslov | zadeva | teema | θέμα | 主题 | 主旨 | 主題 | 件名 | 제목 |
относно | נושא | الموضوع | chủ đề | tiêu đề | เรื่อง | หัวเรื่อง | subjek | perihal | tema | tēma | efni | 主 题 |
主 旨 | hal | téma | subiectul
"""
REPLY_TO = """
reply-to | reply to | antwort an | antwortadresse | répondre à | responder a | rispondi a | antwoord aan |
responder para | odpowiedz do | odpovědět komu | svara till | svar til | vastausosoite | válaszcím | ответить |
yanıtla | yanıt adresi | odgovori na | odpověď na | vastaus | odpowiedź-do | răspuns către | ответ-кому |
odpovedať-pre | кому відповісти | svarsadresse | svarsadress
"""
OTHER = """
importance | attachments | attachment | organization | organisation | priority | sensitivity | wichtigkeit |
priorität | anlagen | anhänge | anlage | pièces jointes | pièce jointe | importancia | datos adjuntos | adjuntos |
priorità | allegati | allegato | importanza | bijlagen | prioriteit | urgentie | anexos | prioridade | importância |
załączniki | ważność | přílohy | důležitost | bifogade filer | prioritet | vedhæftede filer | vedlegg | liitteet |
tärkeys | mellékletek | fontosság | вложения | важность | ekler | önem | categories | kategorien | message-id |
x-mailer | mime-version | return-path | delivered-to | resent-from | resent-to | resent-date | list-id |
user-agent | organisatie | thread-topic | in-reply-to | references | 附件 | 添付ファイル
"""

# A separator above a mail that was passed on.
FORWARDED = """
remitido por | yönlendirilmiş ileti | mesaj înaintat | forwarded message | forwarded mail | forwarded by |
begin forwarded message | message forwarded | forwarded email | fwd message | forwarded message from |
weitergeleitete nachricht | weitergeleitete mail | weitergeleitet von | weitergeleitete e-mail |
anfang der weitergeleiteten nachricht | anfang der weitergeleiteten e-mail | beginn der weitergeleiteten nachricht |
message transféré | message transmis | début du message transféré | début du message réexpédié | transféré par |
message réexpédié | courriel transféré | mensaje reenviado | inicio del mensaje reenviado |
comienzo del mensaje reenviado | reenviado por | correo reenviado | messaggio inoltrato |
inizio messaggio inoltrato | inoltrato da | inizio del messaggio inoltrato | doorgestuurd bericht |
begin doorgestuurd bericht | doorgestuurd door | doorgezonden bericht | mensagem encaminhada |
início da mensagem reencaminhada | início da mensagem encaminhada | mensagem reencaminhada | encaminhada por |
encaminhado por | wiadomość przekazana | przekazana wiadomość | początek przekazywanej wiadomości |
początek przekazanej wiadomości | treść przekazanej wiadomości | przesłana wiadomość | przesłane dalej |
wiadomość przesłana dalej | przeposlaná zpráva | přeposlaná zpráva | předaná zpráva | začátek přeposílané zprávy |
preposlaná správa | začiatok preposlanej správy | vidarebefordrat meddelande | vidarebefordrat brev |
vidarebefordrat mejl | vidarebefordrat mail | början på vidarebefordrat brev | vidarebefordrat e-postmeddelande |
videresendt meddelelse | videresendt besked | videresendt melding | videresendt e-post |
start på videresendt besked | begin videresendt besked | videresendt brev | videresendt mail |
start på videresendt e-post | start på videresendt melding | videresend melding | välitetty viesti |
edelleenlähetetty viesti | välitetty viesti alkaa | lähetetty edelleen | edelleen lähetetty viesti |
továbbított üzenet | továbbított levél | továbbított levél kezdete | továbbított üzenet kezdete |
továbbított e-mail | mesaj redirecționat | mesaj redirectionat | mesaj transmis mai departe |
începutul mesajului redirecționat | пересылаемое сообщение | пересланное сообщение | перенаправленное сообщение |
начало переадресованного сообщения | начало пересылаемого сообщения | переадресованное сообщение |
переслане повідомлення | початок листа, що пересилається | переслано | iletilen mesaj | iletilen ileti |
iletilmiş mesaj | iletilmiş ileti | iletilen ileti başlangıcı | iletilmiş ileti başlangıcı | proslijeđena poruka |
posredovano sporočilo | edastatud kiri | edastatud sõnum | προωθημένο μήνυμα | 転送メッセージ |
転送されたメッセージ | 转发的消息 | 转发邮件 | 轉寄的郵件 | 전달된 메일 | this is a forwarded message |
start of forwarded message | αρχή προωθημένου μηνύματος | έναρξη προωθημένου μηνύματος | 전달된 메시지 |
开始转发的邮件 | 转发邮件信息 | 转发的邮件 | mail transféré | réacheminé par | réexpédié par | transmis par |
započeto prosljeđivanje poruke | započeta proslijeđena poruka | inici del missatge reenviat | missatge reenviat |
препратено съобщение | persiųstas laiškas | pārsūtīts ziņojums | הודעה שהועברה | رسالة معاد توجيهها |
pesan terusan | pesan yang diteruskan | tin nhắn đã chuyển tiếp | thư được chuyển tiếp | ข้อความที่ส่งต่อ |
započni proslijeđenu poruku | începe mesajul redirecționat | ileti başlangıcı | перенаправлене повідомлення |
メッセージを転送 | välitetty viesti / fwd.msg | wiadomość przekazana dalej
"""
# A separator that programs put above the mail that is answered as well: it says nothing about the direction.
ORIGINAL = """
original message | reply message | original mail | original email | original e-mail | original appointment |
ursprüngliche nachricht | originalnachricht | original-nachricht | original nachricht | originale nachricht |
antwort nachricht |
ursprüngliche mail | ursprünglicher termin | message d'origine | message original | e-mail d'origine |
mail original | courriel original | mensaje original | correo original | messaggio originale |
messaggio di origine | oorspronkelijk bericht | oorspronkelijke bericht | origineel bericht | mensagem original |
wiadomość oryginalna | oryginalna wiadomość | wiadomość pierwotna | původní zpráva | původní e-mail |
pôvodná správa | ursprungligt meddelande | originalmeddelande | oprindelig meddelelse | original meddelelse |
oprindelig besked | den oprindelige meddelelse | opprinnelig melding | original melding | alkuperäinen viesti |
eredeti üzenet | eredeti levél | mesaj original | mesajul original | исходное сообщение | оригинальное сообщение |
оригінальне повідомлення | вихідне повідомлення | orijinal mesaj | orjinal mesaj | özgün ileti | orijinal ileti |
izvorna poruka | izvirno sporočilo | algne kiri | algne sõnum | αρχικό μήνυμα | 元のメッセージ | 原始邮件 |
原始信件 | 원본 메시지 | original | 回复的邮件信息 | reply to message | הודעה מקורית | الرسالة الأصلية | thư gốc |
pesan asli | missatge original | оригинално съобщение
"""
# Under a passed-on mail.
FORWARD_ENDS = """
end forwarded message | end of forwarded message | ende der weitergeleiteten nachricht | fin du message transféré |
fin du message réexpédié | fin del mensaje reenviado | fine messaggio inoltrato | einde doorgestuurd bericht |
fim da mensagem encaminhada | koniec przekazanej wiadomości | end forwarded mail | конец пересылаемого сообщения |
end of original message text | end of original message | end original message | кінець листа, що пересилається |
konec přeposlané zprávy | slut på vidarebefordrat meddelande
"""
# The verb of an attribution line.
WROTE = """
wrote | writes | said | wrote the following | schrieb | schrieb am | schrieb folgendes | geschrieben |
hat geschrieben | a écrit | écrit | a écrit le | escribió | escribio | ha escrito | ha scritto | scrisse | scritto |
schreef | heeft geschreven | het volgende geschreven | escreveu | escrevia | napisał | napisała | napisał(a) |
napisał/a | pisze | pisał | napsal | napsala | napsal(a) | napísal | napísala | napísal(a) | píše | skrev |
skrev följande | skrev følgende | har skrevet | kirjoitti | írta | ezt írta | a következőt írta | a scris |
написал | написала | написал(а) | пишет | писал | пишет(а) | пише | написав | yazdı | şunu yazdı | şunları yazdı |
tarafından yazıldı | napisao | napisala | je napisao | je napisala | je napisao/la | napisal/a | kirjutas | έγραψε |
写道 | 寫道 | のメール | 님이 작성 | geschreven | schreef het volgende | skrev den | ha scritto il
"""
# What an attribution begins with where it has no verb.
QUOTING = "quoting | zitat von | citando | citeren | citerar | citát | cytowanie | citation de | idézet"

FORWARD_PREFIXES = """
fwd | fw | wg | tr | rv | vl | vb | i | enc | pd | fs | ilt | doorst | inoltro | пер | перенапр | továbbítás |
továbbított | 转发 | 轉寄 | vd | vs-fwd | trs | red | fyi | reenv | dal | přep | redir. | redir | videresend |
videresendt | doorgestuurd
"""
REPLY_PREFIXES = """
re | aw | antw | sv | vs | odp | ynt | yan | vá | ref | rif | res | ad | отв | на | atb | bls | 回复 | 回覆 | 答复 |
返信
"""
