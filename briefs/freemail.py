"""Mail domains where everybody can have an address: they tell nobody's house."""

_DOMAINS = """
gmail.com googlemail.com outlook.com hotmail.com live.com msn.com yahoo.com yahoo.co.uk icloud.com me.com
mac.com aol.com gmx.de gmx.net gmx.at web.de t-online.de proton.me protonmail.com mail.ru yandex.ru orange.fr
wanadoo.fr free.fr laposte.net libero.it wp.pl o2.pl onet.pl seznam.cz qq.com 163.com naver.com
"""
FREEMAIL = frozenset(_DOMAINS.split())
