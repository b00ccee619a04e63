/**
 * What people choose first, as letters alone: a password made of these and of digits and signs is guessed early. Words of lists of
 * leaked passwords, and those that Vietnamese offices and keyboards suggest.
 */
export const commonWords: readonly string[] = `
password passwd passcode pass word matkhau mat khau mk secret letmein let me in welcome hello login logon signin access
admin administrator adminstrator root user guest test tester testing demo sample default changeme change master super superuser system
server manager support service office computer internet windows linux google facebook zalo youtube gmail yahoo hotmail samsung iphone
apple android microsoft oracle cisco database backup network wifi
qwerty qwertyuiop qwertyui qwert asdf asdfgh asdfghjk asdfghjkl zxcv zxcvbn zxcvbnm qazwsx qaz wsx edc rfv tgb yhn ujm qweasd qweasdzxc
qwe asd zxc qwer abc abcd abcde abcdef abcdefg abcdefgh abcdefghi xyz aaa zzz aa bb cc dd xx
iloveyou iloveu i love you loveyou lovely lover forever baby babygirl honey sweet sweetheart darling angel princess prince queen king
sunshine moonlight starlight summer winter spring autumn flower rose lily cherry banana orange coffee chocolate cookie cheese pepper
monkey dragon tiger lion eagle falcon panther phoenix shadow ghost hunter killer ninja samurai warrior soldier ranger batman superman
spiderman ironman pokemon naruto mario zelda starwars matrix gandalf harley ferrari porsche mercedes toyota honda yamaha suzuki
football soccer baseball basketball volleyball tennis golf hockey liverpool chelsea arsenal manchester barcelona realmadrid ronaldo messi
michael jordan jennifer jessica ashley nicole daniel thomas robert william charlie george andrew joshua matthew anthony richard
trustno one trust nothing whatever freedom liberty peace justice victory success lucky happy birthday christmas newyear jesus christ
heaven god bless family mother father brother sister friend friends money rich diamond gold silver crystal purple yellow green blue red
black white
anhyeuem emyeuanh yeuem yeuanh anh em yeu toiyeuban toi ban yeuban nhoem nhoanh nho mai vinhvien
vietnam viet nam vietnamese hanoi ha noi saigon sai gon tphcm hcm hochiminh ho chi minh bacho danang haiphong cantho hue nhatrang dalat
vungtau quangninh halong namdinh thaibinh nghean thanhhoa
gia dinh giadinh hanhphuc hanh phuc maymman mayman may man thanhcong thanh cong tinhyeu tinh yeu cuocsong cuoc song
khongbiet khong biet khongco quenmat quen matkhaumoi moi matma conyeu con bome bo me ong ba chong vo vochong
nguyen tran pham hoang huynh phan dang bui ngo duong thi van
uyban uy ban nhandan nhan dan ubnd phuong xa thitran thi tran tran huyen quan tinh thanhpho thanh pho congan motcua mot cua
dichvucong dich vu cong hanhchinh hanh chinh tiepnhan tiep nhan traketqua ket qua canbo can bo congchuc cong chuc hoso ho so vanthu
van thu tuphap tu phap hotich ho tich diachinh dia chinh chutich chu tich phochutich bithu lanhdao lanh dao ketoan ke toan
may tinh maytinh quay so mot hai ba bon nam sau bay tam chin muoi
thang ngay
`
  .trim()
  .split(/\s+/);
