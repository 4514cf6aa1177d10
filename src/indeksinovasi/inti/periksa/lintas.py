"""LTS: kesesuaian antarberkas satu daerah, ``daerah.yaml``, dan ``hasil_resmi.yaml``."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import NamedTuple

from indeksinovasi.inti.ejaan import (
    atau,
    deretan,
    kutip,
    langkah_ganti,
    mungkin_maksud,
    sambung,
    tak_tampak,
    teks_pembanding,
)
from indeksinovasi.inti.hitung.kematangan import Pembaca
from indeksinovasi.inti.hitung.rumus import predikat_mungkin, terbulat
from indeksinovasi.inti.hitung.spd import nilai_spd
from indeksinovasi.inti.model.angka import angka_id
from indeksinovasi.inti.model.daerah import Daerah, HasilTerbit, JenisDaerah
from indeksinovasi.inti.model.inovasi import melapor
from indeksinovasi.inti.model.temuan import Masalah, TingkatTemuan
from indeksinovasi.inti.periksa.bukti import TERKAIT_TERBANYAK
from indeksinovasi.inti.periksa.konteks import (
    BahanHasil,
    BahanInovasi,
    BahanTahun,
    CatatanTahun,
    MasalahBerkas,
)

INDEKS_TERTINGGI = 100
"""Indeks adalah bagian dari skor tertinggi, dalam persen."""
KOTA_MULAI = 71
"""Bagian kedua kode wilayah Kemendagri: kabupaten 01-70, kota mulai 71."""

_SEBUTAN_JENIS: dict[str, JenisDaerah] = {
    "provinsi": "provinsi",
    "kabupaten": "kabupaten",
    "kab": "kabupaten",
    "kota": "kota",
}


def periksa_opd(bahan: BahanTahun) -> Iterator[MasalahBerkas]:
    """LTS501: folder OPD terdaftar; satu temuan per folder, di berkas pertamanya."""
    if bahan.daerah is None:
        return
    terdaftar = bahan.daerah.perangkat_daerah
    for kode, berkas in bahan.opd.items():
        if kode not in terdaftar:
            maksud = mungkin_maksud(kode, terdaftar)
            pesan = f"OPD {kutip(kode)} tidak ada di daerah.yaml{sambung(maksud)}"
            ganti = langkah_ganti(maksud) if maksud else "Ganti nama folder"
            petunjuk = f"{ganti}, atau daftarkan OPD di daerah.yaml."
            terkait = ("daerah.yaml", f"{bahan.konteks.tahun}/{kode}/")
            yield MasalahBerkas(berkas, Masalah("LTS501", (), pesan, petunjuk, "kunci", terkait=terkait))


class _Berulang(NamedTuple):
    """Catatan yang isinya sama dengan catatan *semula*; *terkait*: berkas semua yang sekelompok."""

    catatan: CatatanTahun
    semula: CatatanTahun
    terkait: tuple[str, ...]


def _berulang(bahan: BahanTahun, isian: str) -> Iterator[_Berulang]:
    """Catatan yang *isian*-nya sama dengan catatan sebelumnya."""
    kelompok: dict[str, list[CatatanTahun]] = {}
    for satu in bahan.catatan:
        # Inovasi yang ditolak lalu dikirim kembali wajar bernama dan berisi sama.
        if satu.golongan == "ditolak" or isian in satu.ragu:
            continue
        if kunci := teks_pembanding(getattr(satu.inovasi, isian) or ""):
            kelompok.setdefault(kunci, []).append(satu)
    for semula, *lain in kelompok.values():
        terkait = tuple(f"{satu.id}.yaml" for satu in (semula, *lain)[:TERKAIT_TERBANYAK])
        yield from (_Berulang(satu, semula, terkait) for satu in lain)


def periksa_judul(bahan: BahanTahun) -> Iterator[MasalahBerkas]:
    """LTS502: judul yang sama pada tahun yang sama."""
    for satu, semula, terkait in _berulang(bahan, "nama"):
        pesan = f"judul {kutip(satu.inovasi.nama)} sama dengan {semula.id}"
        petunjuk = ""
        if tersamar := _karakter_tersamar(satu, semula):
            pesan += f"; {tersamar}"
            petunjuk = "Hapus karakter itu, lalu sisakan satu catatan atau bedakan judulnya."
        masalah = Masalah("LTS502", ("nama",), pesan, petunjuk, terkait=terkait)
        yield MasalahBerkas(satu.berkas, masalah)


def _karakter_tersamar(satu: CatatanTahun, semula: CatatanTahun) -> str:
    """Karakter yang tidak tampak pada salah satu judul, supaya dapat dicari dan dihapus."""
    for catatan in (satu, semula):
        judul = catatan.inovasi.nama
        letak = next((n for n, huruf in enumerate(judul) if tak_tampak(huruf)), None)
        if letak is not None:
            kode = f"U+{ord(judul[letak]):04X}"
            milik = "" if catatan is satu else f" milik {semula.id}"
            return f"judul{milik} memuat karakter yang tidak tampak, {kode}, pada huruf ke-{letak + 1}"
    return ""


def periksa_salinan(bahan: BahanTahun) -> Iterator[MasalahBerkas]:
    """LTS509: rancang bangun yang sama; catatan yang berjudul sama sudah dilaporkan sebagai LTS502."""
    for satu, semula, terkait in _berulang(bahan, "rancang_bangun"):
        if teks_pembanding(satu.inovasi.nama) != teks_pembanding(semula.inovasi.nama):
            pesan = f"rancang_bangun sama dengan milik {semula.id}"
            masalah = Masalah("LTS509", ("rancang_bangun",), pesan, terkait=terkait)
            yield MasalahBerkas(satu.berkas, masalah)


def periksa_pengembangan(bahan: BahanInovasi) -> Iterator[Masalah]:
    """LTS503 dan LTS508: catatan asal ada, dan tahunnya lebih awal."""
    asal = bahan.inovasi.pengembangan_dari
    if asal is None:
        return
    tahun = int(asal[:4])
    jalur = ("pengembangan_dari",)
    if tahun >= bahan.konteks.tahun:
        pesan = f"pengembangan_dari {kutip(asal)} tidak lebih awal daripada {bahan.konteks.tahun}"
        yield Masalah("LTS508", jalur, pesan)
    elif asal not in (dikenal := bahan.dikenal(tahun)):
        maksud = mungkin_maksud(asal, dikenal)
        pesan = f"pengembangan_dari {kutip(asal)} tidak ditemukan{sambung(maksud)}"
        yield Masalah("LTS503", jalur, pesan, atau(maksud, ""), terkait=_berkas_catatan(asal))


def _berkas_catatan(kenal: str) -> tuple[str]:
    """Berkas sebuah catatan menurut id-nya, sebagai ``Masalah.terkait``."""
    return (f"{kenal}.yaml",)


def periksa_target(bahan: BahanTahun) -> Iterator[MasalahBerkas]:
    """LTS504: banyak inovasi tiap OPD terhadap target."""
    if bahan.daerah is None:
        return
    tahun = bahan.konteks.tahun
    target = bahan.daerah.target(tahun) or 0
    terhitung = Counter(satu.opd for satu in bahan.terhitung())
    for kode in filter(bahan.opd.__contains__, bahan.daerah.perangkat_daerah):
        # Berkas yang belum terbaca mungkin sudah mencukupi; galatnya sendiri yang perlu dibetulkan dahulu.
        if terhitung[kode] + bahan.tak_terbaca.get(kode, 0) < target:
            nama = kutip(bahan.daerah.perangkat_daerah[kode])
            pesan = f"{tahun}: {terhitung[kode]} inovasi {nama} terhitung, target {target}"
            yield _tentang_opd("LTS504", bahan, kode, pesan)


def periksa_belum_melapor(bahan: BahanTahun) -> Iterator[MasalahBerkas]:
    """LTS505: OPD yang belum melaporkan; tanpa target hanya disebut untuk tahun terbaru."""
    if bahan.daerah is None:
        return
    tahun = bahan.konteks.tahun
    target = bahan.daerah.target(tahun) or 0
    if not target and not bahan.terbaru:
        return
    tingkat: TingkatTemuan | None = "peringatan" if target else None
    pelapor = {satu.opd for satu in bahan.catatan if melapor(satu.inovasi.status)} | set(bahan.tak_terbaca)
    for kode, nama in bahan.daerah.perangkat_daerah.items():
        if kode in pelapor:
            continue
        draf = "; baru ada draf" if kode in bahan.opd else ""
        ekor = f"{draf} (target {target})" if target else draf
        pesan = f"{tahun}: {kutip(nama)} belum melaporkan inovasi{ekor}"
        yield _tentang_opd("LTS505", bahan, kode, pesan, tingkat)


def _tentang_opd(
    kode: str, bahan: BahanTahun, opd: str, pesan: str, tingkat: TingkatTemuan | None = None
) -> MasalahBerkas:
    """Masalah pada baris *opd* di daerah.yaml, terkait dengan folder OPD itu."""
    terkait = (f"{bahan.konteks.tahun}/{opd}/",)
    masalah = Masalah(kode, ("perangkat_daerah", opd), pesan, "", "kunci", tingkat, terkait=terkait)
    return MasalahBerkas(bahan.berkas_daerah, masalah)


def periksa_spd(bahan: BahanTahun) -> Iterator[MasalahBerkas]:
    """LTS506: spd.yaml ada, untuk tahun yang menilai SPD."""
    metode, tabel = bahan.konteks.metode, bahan.konteks.spd
    if bahan.ada_spd or metode is None or tabel is None:
        return
    nilai = nilai_spd(None, metode, Pembaca(tabel, tabel, metode.tahun))
    if nilai.asal == "tidak_ada":
        hilang = f": 0 dari {angka_id(nilai.maksimum)} poin SPD" if nilai.maksimum else ""
        pesan = f"spd.yaml {metode.tahun} tidak ada{hilang}"
        yield MasalahBerkas(bahan.berkas_spd, Masalah("LTS506", (), pesan, "", "kunci"))


def periksa_jenis(daerah: Daerah) -> Iterator[Masalah]:
    """LTS511: jenis daerah sesuai bentuk kode wilayah, dan sesuai sebutan pada namanya."""
    if daerah.jenis is None:
        return
    awal = daerah.nama.casefold().removeprefix("pemerintah ").partition(" ")[0].rstrip(".")
    menurut_nama = _SEBUTAN_JENIS.get(awal, daerah.jenis)
    if menurut_nama != daerah.jenis:
        pesan = f"jenis {daerah.jenis}, sedangkan namanya {kutip(daerah.nama)}"
        yield Masalah("LTS511", ("jenis",), pesan, "Betulkan jenis atau nama daerahnya.")
        return
    if daerah.kode is None:
        return
    _, _, kedua = daerah.kode.partition(".")
    menurut_kode = "provinsi" if not kedua else "kota" if int(kedua) >= KOTA_MULAI else "kabupaten"
    if daerah.jenis != menurut_kode:
        pesan = f"jenis {daerah.jenis}, sedangkan kode {daerah.kode} milik {menurut_kode}"
        yield Masalah("LTS511", ("jenis",), pesan)


def periksa_nama_opd(daerah: Daerah) -> Iterator[Masalah]:
    """LTS514: dua kode OPD bernama sama, sehingga satu OPD terhitung dua kali."""
    semula: dict[str, str] = {}
    for kode, nama in daerah.perangkat_daerah.items():
        pertama = semula.setdefault(teks_pembanding(nama), kode)
        if pertama != kode:
            pesan = f"{kutip(nama)} berkode {pertama} dan {kode}"
            yield Masalah("LTS514", ("perangkat_daerah", kode), pesan, tunjuk="kunci")


def periksa_hasil_resmi(bahan: BahanHasil) -> Iterator[Masalah]:
    """LTS507: predikat sejalan dengan skornya, dan satu hasil tidak tertulis dua kali."""
    terlihat: dict[HasilTerbit, int] = {}
    final: dict[int, int] = {}
    for nomor, satu in enumerate(bahan.hasil.hasil):
        tanpa_catatan = satu.model_copy(update={"catatan": None})
        if bahan.urutan(nomor) in bahan.ragu:
            continue
        if tanpa_catatan in terlihat:
            semula = bahan.urutan(terlihat[tanpa_catatan]) + 1
            pesan = f"hasil {satu.jenis} {satu.tahun} sama dengan isian ke-{semula}"
            yield Masalah("LTS507", bahan.jalur(nomor), pesan, "Hapus salah satunya.")
        elif satu.jenis == "final" and satu.tahun in final and _berselisih(bahan, nomor, final[satu.tahun]):
            yield _dua_skor(bahan, nomor, final[satu.tahun])
        else:
            yield from _predikat(bahan, nomor, satu)
        terlihat.setdefault(tanpa_catatan, nomor)
        if satu.jenis == "final":
            final.setdefault(satu.tahun, nomor)


def _berselisih(bahan: BahanHasil, satu: int, dua: int) -> bool:
    skor, lain = bahan.hasil.hasil[satu].skor, bahan.hasil.hasil[dua].skor
    return bool(skor and lain) and skor != lain


def _dua_skor(bahan: BahanHasil, nomor: int, semula: int) -> Masalah:
    tahun = bahan.hasil.hasil[nomor].tahun
    lain = f"sedangkan isian ke-{bahan.urutan(semula) + 1} {bahan.skor(semula)}"
    pesan = f"skor final {tahun} {bahan.skor(nomor)}, {lain}"
    return Masalah("LTS507", (*bahan.jalur(nomor), "skor"), pesan)


def periksa_skor_terbit(bahan: BahanHasil) -> Iterator[Masalah]:
    """LTS512 dan LTS513: skor terbit tidak melebihi indeks tertinggi tahunnya, dan memakai skalanya."""
    for nomor, satu in enumerate(bahan.hasil.hasil):
        metode = bahan.metode(satu.tahun)
        if metode is None or not satu.skor:
            continue
        jalur = (*bahan.jalur(nomor), "skor")
        if metode.skala == "normal" and satu.skor > INDEKS_TERTINGGI:
            pesan = f"skor {bahan.skor(nomor)} melebihi indeks tertinggi {satu.tahun}, {INDEKS_TERTINGGI}"
            yield Masalah("LTS512", jalur, pesan)
        elif metode.skala == "normal" and satu.skor < 1:
            persen = angka_id(satu.skor * INDEKS_TERTINGGI).replace(",", ".")
            pesan = (
                f"skor {bahan.skor(nomor)} pada {satu.tahun} terbaca dari {INDEKS_TERTINGGI}, bukan dari 1"
            )
            yield Masalah("LTS513", jalur, pesan, f"Tulis {persen} bila itu yang dimaksud.")
        elif metode.skala == "absolut" and satu.skor.denominator != 1:
            pesan = (
                f"skor {bahan.skor(nomor)} pada {satu.tahun} terbaca pecahan, padahal poinnya bilangan bulat"
            )
            yield Masalah("LTS513", jalur, pesan)


def _predikat(bahan: BahanHasil, nomor: int, hasil: HasilTerbit) -> Iterator[Masalah]:
    metode = bahan.metode(hasil.tahun)
    if metode is None or hasil.predikat is None:
        return
    jalur = (*bahan.jalur(nomor), "predikat")
    semua = [satu.nama for satu in metode.predikat]
    if hasil.predikat.casefold() not in map(str.casefold, semua):
        maksud = mungkin_maksud(hasil.predikat, semua)
        pesan = f"predikat {kutip(hasil.predikat)} bukan predikat {metode.tahun}{sambung(maksud)}"
        petunjuk = atau(maksud, f"Predikat {metode.tahun}: {deretan(semua, 'atau')}.")
        yield Masalah("LTS507", jalur, pesan, petunjuk)
        return
    # Predikat penilaian mandiri dan hasil sementara boleh mendahului ketetapannya.
    if hasil.skor is None or hasil.jenis in ("mandiri", "sementara"):
        return
    skor = terbulat(hasil.skor)
    mungkin = predikat_mungkin(metode, skor, skor)
    if hasil.predikat.casefold() not in map(str.casefold, mungkin):
        pesan = (
            f"predikat {kutip(hasil.predikat)} tidak sejalan dengan skor {bahan.skor(nomor)}, "
            f"yang pada {metode.tahun} {deretan(mungkin, 'atau')}"
        )
        yield Masalah("LTS507", jalur, pesan)


def masalah_kode_ganda(kode: str, lain: str) -> Masalah:
    """LTS510: *kode* wilayah sudah dipakai ``daerah.yaml`` *lain*."""
    pesan = f"kode wilayah {kutip(kode)} juga dipakai {lain}"
    return Masalah("LTS510", ("kode",), pesan, terkait=(f"//{lain}",))
