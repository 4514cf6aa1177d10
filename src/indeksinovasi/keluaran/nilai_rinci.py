"""Turunan hitungan baris demi baris, agar petugas dapat memeriksanya dengan kalkulator."""

from __future__ import annotations

from collections.abc import Iterator

from indeksinovasi.inti.hitung.rumus import ketetapan
from indeksinovasi.inti.model.hasil import DASAR, Dasar, Hasil, NilaiBaris, NilaiInovasi
from indeksinovasi.keluaran.teks import aman, angka, angka_rapi

_SUKU_DITULIS = 12


def baris_turunan(hasil: Hasil) -> Iterator[str]:
    """Baris-baris turunan: tiap inovasi, SPD, lalu rumus sampai predikat."""
    nomor = hasil.nomor_dasar
    yield ""
    yield f"Kematangan tiap inovasi = jumlah (bobot × tingkat), dasar {hasil.dasar}"
    for satu in hasil.inovasi:
        yield from _inovasi(satu, nomor)
    if hasil.lingkup == "daerah":
        yield from _spd(hasil, nomor)
        yield from turunan_rumus(hasil)


def _inovasi(inovasi: NilaiInovasi, nomor: int) -> Iterator[str]:
    yield ""
    yield f"  {aman(inovasi.id)}" + (
        "" if inovasi.terhitung else f"  (tidak dihitung: {aman(inovasi.alasan or inovasi.golongan)})"
    )
    if inovasi.kematangan is None:
        return
    yield from (_baris(baris, nomor) for baris in inovasi.baris)
    asal = "  (siap pakai, dari berkas)" if inovasi.siap_pakai else ""
    sedikit = "  (paling sedikit: bobot lain tidak ditemukan)" if inovasi.paling_sedikit else ""
    yield f"    {'kematangan':<22}{'':>13}{angka_rapi(inovasi.kematangan[nomor]):>7}{asal}{sedikit}"


_ASAL_SPD = {
    "baris": "jumlah baris",
    "total": "total pada spd.yaml",
    "mustahil": "total melebihi maksimum",
    "dibawa": "tabel tahun catatan",
    "tidak_ada": "spd.yaml tidak ada",
    "tak_terbaca": "spd.yaml tak terbaca",
    "tak_terhitung": "tidak dapat dihitung",
}
_ASAL = {
    "fakta": "dari fakta",
    "keduanya": "klaim dan fakta",
    "dibawa": "klaim dibawa",
    "tak_terbaca": "fakta tak terbaca",
    "mustahil": "fakta tidak sah",
    "parameter": "klaim",
}


def _baris(baris: NilaiBaris, nomor: int) -> str:
    skor = baris.skor(nomor)
    kali = f"{angka_rapi(baris.bobot)} × {baris.tingkat[nomor]} =" if skor is not None else "tanpa bobot"
    return f"    {baris.kode:<22}{kali:>13}{angka_rapi(skor):>7}  {_keterangan(baris, DASAR[nomor])}".rstrip()


def _keterangan(baris: NilaiBaris, dasar: Dasar) -> str:
    if baris.alasan:
        return aman(baris.alasan)
    bagian = [_ASAL[baris.asal]]
    if baris.asal == "keduanya" and baris.parameter != baris.fakta:
        bagian.append(f"klaim {baris.parameter}, fakta {baris.fakta}")
    if baris.tertinggi.klaim > baris.tingkat.klaim:
        bagian.append(f"antara {baris.tingkat.klaim} dan {baris.tertinggi.klaim}")
    if dasar == "berbukti" and baris.tingkat.klaim and not baris.tingkat.berbukti:
        bagian.append("belum ada bukti")
    if dasar == "terverifikasi" and not baris.terverifikasi:
        bagian.append("belum diverifikasi")
    return "; ".join(bagian)


def _spd(hasil: Hasil, nomor: int) -> Iterator[str]:
    if hasil.spd.asal == "tidak_diukur":
        return
    yield ""
    yield "SPD"
    yield from (_baris(baris, nomor) for baris in hasil.spd.baris)
    skor = hasil.spd.skor[nomor] if hasil.spd.skor else None
    yield f"    {'SPD':<22}{'':>13}{angka_rapi(skor):>7}  {_ASAL_SPD[hasil.spd.asal]}"


def _penjumlahan(hasil: Hasil, nomor: int) -> str:
    suku = [satu.kematangan[nomor] for satu in hasil.inovasi if satu.terhitung and satu.kematangan]
    jumlah = angka_rapi(hasil.utama.masukan.jumlah_kematangan)
    if not suku and hasil.jumlah["terhitung"]:
        return jumlah
    if len(suku) > _SUKU_DITULIS or not suku:
        return f"{jumlah} (dari {len(suku)} inovasi terhitung)"
    return f"{' + '.join(map(angka_rapi, suku))} = {jumlah}"


def turunan_rumus(hasil: Hasil) -> Iterator[str]:
    """Rumus tahun itu dengan angka-angkanya, dari jumlah kematangan sampai predikat."""
    nomor = hasil.nomor_dasar
    utama, rincian, metode = hasil.utama, hasil.utama.rincian, hasil.metode
    tetap = ketetapan(metode)
    masukan = utama.masukan
    yield ""
    yield "Rumus"
    yield f"  Jumlah kematangan = {_penjumlahan(hasil, nomor)}"
    if metode.rumus.sid.cara == "rata_rata":
        banyak = f"{masukan.terhitung} terhitung" + (
            f" + {masukan.ditolak} ditolak/tidak layak" if tetap.ditolak_ikut else ""
        )
        pembagi = (
            f"max({angka_rapi(tetap.pembagi_minimal)}, {banyak})"
            if tetap.pembagi_minimal is not None
            else banyak
        )
        yield f"  Pembagi = {pembagi} = {rincian.pembagi}"
        if rincian.rata_rata is not None:
            bagi = f"{angka_rapi(masukan.jumlah_kematangan)} ÷ {rincian.pembagi}"
            yield f"  Jumlah kematangan ÷ pembagi = {bagi} = {angka_rapi(rincian.rata_rata)}"
    if metode.rumus.jumlah_inovasi:
        yield f"  Skor jumlah inovasi = {_skor_jumlah(hasil)}"
    yield from _akhir(hasil)


def _skor_jumlah(hasil: Hasil) -> str:
    tetap, rincian = ketetapan(hasil.metode), hasil.utama.rincian
    if rincian.urusan_terpenuhi is False:
        terisi = hasil.utama.masukan.urusan_terisi
        return f"0, karena {terisi} urusan wajib terisi < {angka_rapi(tetap.urusan_minimal)}"
    if tetap.poin is None or tetap.maksimum_n is None:
        return "0"
    kali = f"min({hasil.jumlah['terhitung']}, {angka_rapi(tetap.maksimum_n)}) × {angka_rapi(tetap.poin)}"
    return f"{kali} = {angka_rapi(rincian.skor_jumlah)}"


def _akhir(hasil: Hasil) -> Iterator[str]:
    utama, rincian = hasil.utama, hasil.utama.rincian
    spd = utama.masukan.spd
    if rincian.total is None or rincian.sid is None:
        yield "  Skor total tidak dapat dihitung; lihat catatan."
        return
    suku = f"{angka_rapi(spd)} + {angka_rapi(rincian.sid)}"
    yield f"  Skor total = SPD + SID = {suku} = {angka_rapi(rincian.total)}"
    if rincian.indeks is not None:
        bagi = f"{angka_rapi(rincian.total)} ÷ {angka_rapi(rincian.maksimum)} × 100"
        yield f"  Indeks = {bagi} = {angka(rincian.indeks, 4)} → {angka(utama.skor)}"
    if utama.skor is not None and hasil.metode.predikat:
        yield f"  Predikat: {angka(utama.skor)} → {_predikat(hasil)}"


def _predikat(hasil: Hasil) -> str:
    batas = {satu.nama: satu.mulai.nilai for satu in hasil.metode.predikat}
    nama = hasil.utama.predikat
    if nama is None:
        return f"belum pasti ({aman(' atau '.join(hasil.utama.predikat_mungkin))})"
    mulai = batas[nama]
    return f"{aman(nama)} (mulai {angka(mulai)})" if mulai is not None else aman(nama)
