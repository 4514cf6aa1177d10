"""Dokumen YAML yang sah dengan gaya tulisan yang berganti-ganti di setiap tempat, untuk menguji penyunting.

Setiap komentarnya berbeda (``# k7 …``) dan tidak mungkin muncul sebagai nilai, sehingga yang hilang ketahuan.
"""

from __future__ import annotations

import re
from random import Random

KOMENTAR = re.compile(r"# k\d+")
_KATA = (
    "regulasi",
    "sdm",
    "fakta",
    "nomor",
    "oleh",
    "é",
    "tanggal",
    "dua kata",
    "a.b",
    "Bapak's",
    "日本",
    "1",
    "true",
)
_NILAI = ("1", "2.5", "0x1F", "true", "~", "null", "2024-01-01", "188.45", "kata", "dua kata", "ya — é", "-3")
_PETIK = ("'a: b'", '"c, d"', "'it''s'", '"x\\ty"', "''", '"#7"', '"ü\\u00e9"', "'{x}'", '"2"')
_EKOR = ("", "", ": [", " - x", " {'", ' "', "\ta:", " é")
_GANTI_BARIS = ("\n", "\n", "\r\n", "\r\n", "\r")
_TERDALAM = 3


class _Penulis:
    def __init__(self, acak: Random) -> None:
        self.acak = acak
        self.banyak = 0
        self.seringnya = acak.choice((0.0, 0.1, 0.4))

    def mungkin(self, peluang: float) -> bool:
        return self.acak.random() < peluang

    def komentar(self) -> str:
        self.banyak += 1
        return f"# k{self.banyak}{self.acak.choice(_EKOR)}"

    def ekor(self) -> str:
        """Sisa sebuah baris: kosong, spasi, atau komentar."""
        if self.mungkin(self.seringnya):
            return self.acak.choice((" ", "  ", " \t")) + self.komentar()
        return self.acak.choice(("", "", "", " ", "\t")) if self.mungkin(0.2) else ""

    def sela(self, dalam: int) -> list[str]:
        """Baris kosong dan komentar di antara dua isian."""
        hasil = []
        while self.mungkin(self.seringnya * 0.6):
            jorok = " " * self.acak.choice((0, dalam, dalam, dalam + 2))
            hasil.append(jorok + self.komentar() if self.mungkin(0.7) else self.acak.choice(("", jorok)))
        return hasil

    def kunci(self, banyak: int) -> list[str]:
        return [self.tulisan_kunci(satu) for satu in self.acak.sample(_KATA, banyak)]

    def tulisan_kunci(self, kunci: str) -> str:
        pilih = self.acak.random()
        if pilih < 0.15:
            return f'"{kunci}"'
        return "'" + kunci.replace("'", "''") + "'" if pilih < 0.3 else kunci

    def skalar(self) -> str:
        return self.acak.choice(_NILAI if self.mungkin(0.6) else _PETIK)

    # Alir

    def alir(self, dalam: int, tingkat: int) -> str:
        """Peta, daftar, atau skalar di dalam kurung; *dalam*: indentasi baris lanjutannya."""
        pilih = self.acak.random()
        if tingkat > _TERDALAM or pilih < 0.5:
            return self.skalar()
        buka, tutup = "{}" if pilih < 0.75 else "[]"
        isi = [self.isi_alir(satu, dalam, tingkat) for satu in self.kunci(self.acak.randrange(4))]
        if buka == "[":
            isi = [self.alir(dalam, tingkat + 1) for _ in isi]
        hasil = buka + self.putus(dalam)
        for nomor, satu in enumerate(isi):
            koma = "," if nomor + 1 < len(isi) or self.mungkin(0.15) else ""
            hasil += satu + (self.putus(dalam) if self.mungkin(0.15) else "") + koma
            hasil += self.putus(dalam) or (" " if self.mungkin(0.8) or koma else "")
        return hasil + tutup

    def isi_alir(self, kunci: str, dalam: int, tingkat: int) -> str:
        if self.mungkin(0.1):
            return kunci
        if self.mungkin(0.1):
            return f"{kunci}:"
        return f"{kunci}:{self.acak.choice((' ', ' ', '  '))}{self.alir(dalam, tingkat + 1)}"

    def putus(self, dalam: int) -> str:
        """Di dalam kurung: kosong, atau pindah baris dengan atau tanpa komentar."""
        if not self.mungkin(0.2):
            return ""
        hasil = self.ekor() + "\n"
        for satu in self.sela(dalam):
            hasil += satu + "\n"
        return hasil + " " * dalam

    # Blok

    def isi(self, dalam: int, tingkat: int, *, peta: bool | None = None) -> list[str]:
        """Baris-baris peta atau daftar blok pada indentasi *dalam*; yang pertama tanpa indentasinya."""
        berkunci = self.mungkin(0.65) if peta is None else peta
        banyak = self.acak.choice((1, 2, 3))
        baris: list[str] = []
        for satu in self.kunci(banyak):
            if baris:
                baris += self.sela(dalam)
            anggota = self.pasangan(satu, dalam, tingkat) if berkunci else self.anggota(dalam, tingkat)
            baris += [" " * dalam + anggota[0] if baris else anggota[0], *anggota[1:]]
        return baris

    def pasangan(self, kunci: str, dalam: int, tingkat: int) -> list[str]:
        awal = kunci + (" " if self.mungkin(0.05) else "") + ":"
        if self.mungkin(0.04):
            awal = f"? {kunci}{self.ekor()}\n{' ' * dalam}:"
        bawah = dalam + self.acak.choice((1, 2, 2, 2, 4, 7))
        if tingkat < _TERDALAM and self.mungkin(0.4):
            peta = self.mungkin(0.6)
            if not peta and self.mungkin(0.5):
                bawah = dalam
            isi = self.isi(bawah, tingkat + 1, peta=peta)
            return [awal + self.ekor(), *self.sela(bawah), " " * bawah + isi[0], *isi[1:]]
        return self.nilai_sebaris(awal, bawah, tingkat)

    def nilai_sebaris(self, awal: str, bawah: int, tingkat: int) -> list[str]:
        pilih = self.acak.random()
        sela = self.acak.choice((" ", " ", "  ", " " if awal == "-" else " \t"))
        if pilih < 0.12:
            return [awal + self.ekor()]
        if pilih < 0.3:
            return self.harfiah(awal + sela, bawah)
        if pilih < 0.38:
            return [f"{awal}{sela}satu", " " * bawah + "dua tiga" + self.ekor()]
        if pilih < 0.42:
            return [f'{awal}{sela}"satu', "", " " * bawah + "dua # bukan" + '"' + self.ekor()]
        return [awal + sela + self.alir(bawah, tingkat) + self.ekor()]

    def harfiah(self, awal: str, bawah: int) -> list[str]:
        potong = self.acak.choice(("", "-", "+"))
        kepala = self.acak.choice("|>") + potong + self.ekor()
        isi = [" " * bawah + self.acak.choice(("baris", "# isi", "a: b", "- x", "é\tb")) for _ in range(2)]
        if self.mungkin(0.3):
            isi.insert(1, "")
        return [awal + kepala, *isi, *[""] * self.acak.choice((0, 0, 1, 2))]

    def anggota(self, dalam: int, tingkat: int) -> list[str]:
        sela = self.acak.choice((1, 1, 1, 3))
        bawah = dalam + 1 + sela
        if tingkat < _TERDALAM and self.mungkin(0.4):
            isi = self.isi(bawah, tingkat + 1)
            if self.mungkin(0.15):
                return ["-" + self.ekor(), *self.sela(bawah), " " * bawah + isi[0], *isi[1:]]
            return ["-" + " " * sela + isi[0], *isi[1:]]
        return self.nilai_sebaris("-", bawah, tingkat)


def dokumen_acak(acak: Random) -> str:
    """Satu dokumen berupa peta; ganti barisnya LF, CRLF, CR, atau campuran."""
    penulis = _Penulis(acak)
    baris = penulis.sela(0)
    if acak.random() < 0.15:
        baris += ["---" + penulis.ekor(), *penulis.sela(0)]
    baris += penulis.isi(0, 0, peta=True) if acak.random() < 0.9 else [penulis.alir(1, 0)]
    baris += penulis.sela(0)
    if acak.random() < 0.1:
        baris += ["..." + penulis.ekor(), *penulis.sela(0)]
    return _berganti_baris("\n".join(baris) + ("\n" if acak.random() < 0.8 else ""), acak)


def _berganti_baris(teks: str, acak: Random) -> str:
    if acak.random() < 0.1:
        return re.sub("\n", lambda _: acak.choice(("\n", "\r\n")), teks)
    return teks.replace("\n", acak.choice(_GANTI_BARIS))
