"""KLY: syarat ikut dinilai dan kelengkapan yang diminta aturan tahun catatan. Tidak pernah mengeluarkan
catatan dari hitungan; yang memutuskan adalah ``inti.kelayakan``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction
from operator import itemgetter

from indeksinovasi.inti.ejaan import atau, deretan, kutip, mungkin_maksud, sambung
from indeksinovasi.inti.hitung.kelayakan import di_luar_jendela
from indeksinovasi.inti.hitung.rumus import ketetapan, skor_jumlah_inovasi
from indeksinovasi.inti.model.angka import NOL, angka_id
from indeksinovasi.inti.model.dasar import TINGKAT_TERTINGGI
from indeksinovasi.inti.model.hasil import Masukan
from indeksinovasi.inti.model.inovasi import TEKS_URAIAN
from indeksinovasi.inti.model.metode import Indikator
from indeksinovasi.inti.model.temuan import Jalur, Masalah
from indeksinovasi.inti.model.urusan import URUSAN
from indeksinovasi.inti.periksa.konteks import (
    NAMA_POIN,
    BahanInovasi,
    BahanPeriksa,
    BahanTahun,
    BarisEntri,
    MasalahBerkas,
    taruhan,
)

_HURUF = re.compile(r"\w")
_MARKAH = re.compile(
    r"<(script|style)\b[^<>]*>.*?</\1\s*>|<!--.*?-->|<!\[CDATA\[|\]\]>|</?[A-Za-z][^<>]*>",
    re.DOTALL | re.IGNORECASE,
)
_ENTITAS = re.compile(r"&(?:[A-Za-z]{2,8}|#\d{2,6});")


def _kematangan(bahan: BahanInovasi) -> Fraction:
    """Kematangan menurut klaim (poin), untuk menyebut apa yang dipertaruhkan."""
    sid = bahan.konteks.sid
    jumlah = sum(sid.bobot.get(satu.kode, 0) * satu.diklaim for satu in bahan.baris) if sid else 0
    return Fraction(jumlah, sid.penyebut) if sid and jumlah else bahan.inovasi.kematangan or NOL


def periksa_jendela(bahan: BahanInovasi) -> Iterator[Masalah]:
    """KLY201, KLY209, dan KLY210: tanggal penerapan terhadap jendela tahun ukur."""
    inovasi, kelayakan = bahan.inovasi, bahan.konteks.kelayakan
    if kelayakan is None or kelayakan.penerapan is None or inovasi.status not in ("terkirim", "diterima"):
        return
    if inovasi.waktu.penerapan is None:
        pesan = "tanpa waktu.penerapan, jendela penerapan tidak dapat diperiksa"
        yield Masalah("KLY209", ("waktu", "penerapan"), pesan, "", "kunci")
        return
    alasan = di_luar_jendela(inovasi, kelayakan, str)
    if alasan and inovasi.status == "diterima":
        yield Masalah("KLY210", ("waktu", "penerapan"), f"diterima, tetapi {alasan}")
    elif alasan:
        kematangan = _kematangan(bahan)
        hilang = f": 0 dari {angka_id(kematangan)} poin kematangan" if kematangan else ""
        petunjuk = "Periksa tanggal penerapan pada naskah penetapannya."
        if kelayakan.pengembangan_dalam_jendela:
            petunjuk = "Periksa tanggalnya pada naskah penetapan, atau tulis waktu.pengembangan bila ada."
        yield Masalah("KLY201", ("waktu", "penerapan"), f"{alasan}{hilang}", petunjuk)


def tanpa_markah(teks: str) -> str:
    """*teks* tanpa tanda HTML; ``&nbsp;`` menjadi spasi."""
    if "<" not in teks and "&" not in teks:
        return teks
    from html import unescape  # daftar entitasnya besar, dan hampir tidak ada catatan yang memuatnya

    return unescape(_MARKAH.sub(" ", teks))


def periksa_markah(bahan: BahanInovasi) -> Iterator[Masalah]:
    """KLY211: teks yang memuat tanda HTML."""
    for kunci in TEKS_URAIAN:
        teks = getattr(bahan.inovasi, kunci) or ""
        if _MARKAH.search(teks) or _ENTITAS.search(teks):
            pesan = f"{kunci} memuat tanda HTML, yang tidak dihitung sebagai kata"
            yield Masalah("KLY211", (kunci,), pesan)


def banyak_kata(teks: str) -> int:
    """Kata = potongan yang dipisahkan spasi dan tidak hanya berisi tanda baca; markah HTML bukan kata."""
    return len([satu for satu in tanpa_markah(teks).split() if satu[0].isalnum() or _HURUF.search(satu)])


def _ada_kata(teks: str) -> bool:
    return teks[:1].isalnum() or banyak_kata(teks) > 0


def _cukup_kata(teks: str, minimal: int) -> bool:
    """Saringan murah: kata yang jelas kata saja sudah mencapai *minimal*."""
    if "<" in teks or "&" in teks:
        return False
    return sum(map(str.isalnum, map(itemgetter(0), teks.split()))) >= minimal


def periksa_uraian(bahan: BahanInovasi) -> Iterator[Masalah]:
    """KLY205: keempat teks ada."""
    if not bahan.ditagih:
        return
    isi = {kunci: getattr(bahan.inovasi, kunci) or "" for kunci in TEKS_URAIAN}
    kosong = [kunci for kunci, teks in isi.items() if not _ada_kata(teks) and (kunci,) not in bahan.luput]
    if kosong:
        pesan = f"{deretan(kosong)} belum ditulis"
        yield Masalah("KLY205", (kosong[0],), pesan, "", "kunci", bahan.kelengkapan)


def periksa_rancang_bangun(bahan: BahanInovasi) -> Iterator[Masalah]:
    """KLY202: rancang bangun yang ditulis cukup panjang menurut tahun itu."""
    kelayakan, teks = bahan.konteks.kelayakan, bahan.inovasi.rancang_bangun
    if not bahan.ditagih or not teks or kelayakan is None or not kelayakan.rancang_bangun_min_kata:
        return
    minimal = kelayakan.rancang_bangun_min_kata
    if _cukup_kata(teks, minimal):
        return
    kata = banyak_kata(teks)
    if 0 < kata < minimal:
        pesan = f"rancang_bangun baru {kata} dari {minimal} kata"
        petunjuk = f"Tambah paling sedikit {minimal - kata} kata."
        if bagian := kelayakan.rancang_bangun_bagian:
            petunjuk += f" Bagian yang diminta: {deretan(satu.lower() for satu in bagian)}."
        yield Masalah("KLY202", ("rancang_bangun",), pesan, petunjuk, "nilai", bahan.kelengkapan)


def periksa_tematik(bahan: BahanInovasi) -> Iterator[Masalah]:
    """KLY203: tematik termasuk daftar tahun itu; besar kecil huruf tidak dibedakan."""
    pilihan = bahan.konteks.kelayakan.tematik if bahan.konteks.kelayakan else ()
    tematik = bahan.inovasi.tematik
    if not pilihan or tematik is None or tematik.strip().lower() in {satu.lower() for satu in pilihan}:
        return
    maksud = mungkin_maksud(tematik, pilihan)
    pesan = f"tematik {kutip(tematik)} bukan pilihan {bahan.konteks.tahun}{sambung(maksud)}"
    yield Masalah("KLY203", ("tematik",), pesan, atau(maksud, f"Pilih {deretan(pilihan, 'atau')}."))


def periksa_wajib(bahan: BahanPeriksa) -> Iterator[Masalah]:
    """KLY204: indikator wajib terisi dan tidak bernilai 0."""
    if isinstance(bahan, BahanInovasi):
        tabel, siap_pakai = bahan.konteks.sid, bahan.inovasi.kematangan
    else:
        tabel, siap_pakai = bahan.konteks.spd, bahan.spd.total
    if tabel is None or not bahan.ditagih or (not bahan.baris and siap_pakai is not None):
        return
    ada = {satu.kode: satu for satu in bahan.baris}
    wajib = [satu for satu in tabel.baris.values() if satu.wajib]
    yield from _wajib_hilang([satu for satu in wajib if satu.kode not in ada], bahan)
    for satu in wajib:
        if satu.kode in ada:
            yield from _wajib_nol(ada[satu.kode], satu, bahan)


def _wajib_hilang(kosong: list[Indikator], bahan: BahanPeriksa) -> Iterator[Masalah]:
    # Baris yang tertulis tetapi tidak terbaca sudah menjadi temuan lain.
    luput = {jalur[1] for jalur in bahan.luput if jalur[0] == "indikator" and len(jalur) > 1}
    hilang = [satu for satu in kosong if satu.kode not in luput]
    if hilang:
        kode = deretan(satu.kode for satu in hilang)
        pesan = f"indikator wajib belum diisi: {kode}{_taruhan_semua(hilang)}"
        jalur: Jalur = ("indikator", hilang[0].kode)
        yield Masalah(
            "KLY204", jalur, pesan, "Isi indikator ini beserta buktinya.", "kunci", bahan.kelengkapan
        )


def _taruhan_semua(indikator: list[Indikator]) -> str:
    bobot = [satu.bobot for satu in indikator if satu.bobot is not None]
    if not bobot:
        return ""
    return f" (0 dari {angka_id(sum(bobot, NOL) * TINGKAT_TERTINGGI)} {NAMA_POIN[indikator[0].aspek]})"


def _wajib_nol(baris: BarisEntri, indikator: Indikator, bahan: BahanPeriksa) -> Iterator[Masalah]:
    tingkat = baris.tingkat
    if tingkat is None or tingkat.tingkat:
        return
    # Fakta yang mustahil, tak terbaca, atau di bawah klaimnya sudah menjadi temuan FKT.
    if tingkat.masalah or tingkat.asal == "tak_terbaca" or baris.entri.parameter:
        return
    pesan = f"indikator wajib {indikator.kode} bernilai 0{taruhan(indikator, TINGKAT_TERTINGGI)}"
    penentu = "parameter" if baris.entri.parameter == 0 else "fakta"
    yield Masalah("KLY204", (*baris.jalur, penentu), pesan, "", "nilai", bahan.kelengkapan)


def periksa_urutan_tanggal(bahan: BahanInovasi) -> Iterator[Masalah]:
    """KLY207: uji coba ≤ penerapan ≤ pengembangan, dan penerapan tidak sesudah tahun ukur."""
    waktu = bahan.inovasi.waktu
    if waktu.penerapan is None:
        return
    if waktu.uji_coba and waktu.uji_coba > waktu.penerapan:
        pesan = f"uji coba {waktu.uji_coba} sesudah penerapan {waktu.penerapan}"
        yield Masalah("KLY207", ("waktu", "uji_coba"), pesan)
    if waktu.pengembangan and waktu.pengembangan < waktu.penerapan:
        pesan = f"pengembangan {waktu.pengembangan} sebelum penerapan {waktu.penerapan}"
        yield Masalah("KLY207", ("waktu", "pengembangan"), pesan)
    if waktu.penerapan.year > bahan.konteks.tahun:
        pesan = f"penerapan {waktu.penerapan} sesudah tahun ukur {bahan.konteks.tahun}"
        yield Masalah("KLY207", ("waktu", "penerapan"), pesan)


def periksa_urusan_wajib(bahan: BahanTahun) -> Iterator[MasalahBerkas]:
    """KLY206: cukup banyak urusan wajib pelayanan dasar di antara inovasi yang terhitung."""
    metode = bahan.konteks.metode
    terhitung = list(bahan.terhitung())
    if metode is None or not terhitung:
        return
    tetap = ketetapan(metode)
    terisi = {satu.inovasi.urusan for satu in terhitung}
    kurang = [kode for kode in metode.urusan_wajib if kode not in terisi]
    ada = len(metode.urusan_wajib) - len(kurang)
    if tetap.urusan_minimal is None or ada >= tetap.urusan_minimal:
        return
    skor, _ = skor_jumlah_inovasi(Masukan(NOL, len(terhitung), 0, None, None, None), tetap)
    pesan = (
        f"{bahan.konteks.tahun}: urusan wajib yang terisi baru {ada}, "
        f"perlu {angka_id(tetap.urusan_minimal)}: 0 dari {angka_id(skor)} poin jumlah inovasi"
    )
    petunjuk = f"Lengkapi inovasi urusan {deretan((URUSAN[kode].lower() for kode in kurang), 'atau')}."
    yield MasalahBerkas(
        bahan.berkas_daerah, Masalah("KLY206", (), pesan, petunjuk, "kunci", terkait=_seisi_tahun(bahan))
    )


def periksa_pembagi(bahan: BahanTahun) -> Iterator[MasalahBerkas]:
    """KLY208 (saran): inovasi yang terhitung kurang dari pembagi minimal tahun terbaru."""
    metode = bahan.konteks.metode
    banyak = sum(1 for _ in bahan.terhitung())
    minimal = ketetapan(metode).pembagi_minimal if metode else None
    mungkin = banyak + sum(bahan.tak_terbaca.values())
    if minimal is None or not bahan.terbaru or not banyak or mungkin >= minimal:
        return
    pesan = (
        f"{bahan.konteks.tahun}: {banyak} inovasi terhitung, sedangkan pembaginya "
        f"paling kecil {angka_id(minimal)}"
    )
    yield MasalahBerkas(
        bahan.berkas_daerah, Masalah("KLY208", (), pesan, "", "kunci", terkait=_seisi_tahun(bahan))
    )


def _seisi_tahun(bahan: BahanTahun) -> tuple[str]:
    """Setiap catatan tahun itu ikut menentukan."""
    return (f"{bahan.konteks.tahun}/",)
