"""Susunan kiriman terbaik: catatan mana yang dikirim supaya indeks setinggi-tingginya.

Calon adalah catatan draf dan terkirim. Yang dikirim dianggap diterima, kecuali yang di luar jendela: ia hanya
menjadi pembagi. Yang tidak dikirim menjadi draf.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from fractions import Fraction
from typing import NamedTuple

from indeksinovasi.inti.ejaan import kutip, mungkin_maksud, sambung
from indeksinovasi.inti.hitung.kelayakan import kedudukan
from indeksinovasi.inti.hitung.posisi import Posisi
from indeksinovasi.inti.hitung.rumus import predikat, terbulat
from indeksinovasi.inti.model.angka import NOL
from indeksinovasi.inti.model.inovasi import Inovasi
from indeksinovasi.inti.rencana.andai import Titik, titik
from indeksinovasi.inti.rencana.keadaan import Keadaan
from indeksinovasi.inti.rencana.pilih import CalonPilih, Kurva, SoalPilih
from indeksinovasi.inti.rencana.ubahan import GalatRencana


class GalatSusun(GalatRencana):
    """Permintaan susunan yang tidak dapat dipenuhi."""


class PermintaanSusun(NamedTuple):
    """``wajib`` selalu dikirim, ``tanpa`` tidak pernah, ``minimal`` paling sedikit sekian yang dikirim."""

    wajib: tuple[str, ...] = ()
    tanpa: tuple[str, ...] = ()
    minimal: int = 0


class CalonKirim(NamedTuple):
    """Satu calon. ``alasan``: mengapa ia hanya menjadi pembagi bila dikirim, ``None`` bila layak.

    ``kosong``: banyak baris bertingkat 0. ``kurang``: poin kematangan yang masih diperlukan supaya
    mengirimnya sebagai tambahan menguntungkan. ``peluang_impas``: peluang diterima yang membuatnya impas.
    """

    id: str
    nama: str
    opd: str
    urusan: str | None
    kematangan: Fraction
    alasan: str | None
    kosong: int
    kirim: bool
    peluang_impas: Fraction | None
    kurang: Fraction | None

    @property
    def layak(self) -> bool:
        """Dihitung bila dikirim."""
        return self.alasan is None


class TitikKurva(NamedTuple):
    """Skor terbulat terbaik bila tepat ``n`` calon dikirim."""

    n: int
    skor: Fraction | None


class OpdTurun(NamedTuple):
    """OPD yang karena susunan ini menjadi di bawah targetnya."""

    kode: str
    nama: str
    target: int
    sekarang: int
    sesudah: int


class HasilSusun(NamedTuple):
    """``impas``: kematangan yang membuat satu kiriman lagi menguntungkan; ``sedang_dikirim``: banyak calon
    yang sekarang berstatus terkirim.

    ``rata_rata_saja``: tahun itu merata-ratakan tanpa pembagi minimal, sehingga mengirim satu saja selalu
    terbaik.
    """

    sekarang: Titik
    terbaik: Titik
    kirim: tuple[str, ...]
    tunda: tuple[str, ...]
    calon: tuple[CalonKirim, ...]
    kurva: tuple[TitikKurva, ...]
    impas: Fraction | None
    peluang_impas: Fraction | None
    opd_turun: tuple[OpdTurun, ...]
    rata_rata_saja: bool
    sedang_dikirim: int


class CalonDinilai(NamedTuple):
    """Catatan draf atau terkirim. ``alasan``: mengapa ia hanya menjadi pembagi bila dikirim."""

    inovasi: Inovasi
    kematangan: Fraction
    alasan: str | None


def susun_kiriman(keadaan: Keadaan, permintaan: PermintaanSusun) -> HasilSusun:
    """Susunan terbaik; ``GalatSusun`` bila permintaannya menyebut bukan calon atau tidak dapat dipenuhi."""
    semua = semua_calon(keadaan)
    _periksa(keadaan, semua, permintaan)
    tetap = keadaan.posisi.golongkan(semua, "draf")
    soal = _soal(tetap, semua, permintaan)
    kurva = Kurva(soal)
    bawah = max(permintaan.minimal, soal.paling_sedikit)
    nilai = {n: kurva.nilai(n) for n in range(soal.paling_sedikit, soal.paling_banyak + 1)}
    boleh = [n for n in nilai if n >= bawah]
    # Di antara yang sama baik, kiriman paling sedikit.
    banyak = max(boleh, key=lambda n: (nilai[n] is not None, nilai[n] or NOL, -n))
    kirim = kurva.himpunan(banyak)
    dikirim = frozenset(kirim)
    sesudah = _kirimkan(tetap, semua, kirim)
    hitungan = _Impas(sesudah)
    return HasilSusun(
        sekarang=titik(keadaan),
        terbaik=_titik(keadaan, sesudah),
        kirim=kirim,
        tunda=tuple(sorted(semua.keys() - dikirim)),
        calon=tuple(
            _rinci(keadaan, kenal, satu, hitungan, kirim=kenal in dikirim) for kenal, satu in semua.items()
        ),
        kurva=tuple(TitikKurva(n, None if isi is None else terbulat(isi)) for n, isi in nilai.items() if n),
        impas=hitungan.impas,
        peluang_impas=hitungan.peluang_umum,
        opd_turun=tuple(_opd_turun(keadaan, sesudah)),
        rata_rata_saja=not soal.rumus.dijumlah and not soal.rumus.pembagi_minimal,
        sedang_dikirim=sum(satu.inovasi.status == "terkirim" for satu in semua.values()),
    )


def semua_calon(keadaan: Keadaan) -> dict[str, CalonDinilai]:
    """Semua calon kiriman menurut pengenalnya."""
    asal = keadaan.peraturan.asal
    semua = {}
    for kenal, satu in sorted(keadaan.rekaman.items()):
        inovasi, nilai = satu.inovasi, keadaan.nilai[kenal].kematangan
        if inovasi is None or nilai is None or inovasi.status not in ("draf", "terkirim"):
            continue
        duduk = kedudukan(
            inovasi.model_copy(update={"status": "terkirim"}),
            asal.kelayakan if asal else None,
            sertakan_draf=False,
            abaikan_kelayakan=keadaan.opsi.abaikan_kelayakan,
        )
        semua[kenal] = CalonDinilai(inovasi, nilai[keadaan.nomor], duduk.alasan)
    return semua


def _periksa(keadaan: Keadaan, semua: Mapping[str, CalonDinilai], permintaan: PermintaanSusun) -> None:
    for kenal in (*permintaan.wajib, *permintaan.tanpa):
        if kenal in semua:
            continue
        if kenal in keadaan.rekaman:
            raise GalatSusun(f"{kutip(kenal)} bukan calon kiriman.", "Calon berstatus draf atau terkirim.")
        maksud = mungkin_maksud(kenal, semua)
        raise GalatSusun(f"Catatan {kutip(kenal)} tidak ada{sambung(maksud)}.", "Tulis <tahun>/<opd>/<nama>.")
    if berdua := set(permintaan.wajib) & set(permintaan.tanpa):
        kenal = min(berdua)
        raise GalatSusun(f"{kutip(kenal)} sekaligus wajib dan tanpa.", "Hapus dari salah satunya.")
    tersedia = len(semua) - len(set(permintaan.tanpa))
    if permintaan.minimal > tersedia:
        raise GalatSusun(
            f"Minimal {permintaan.minimal} kiriman, tetapi calonnya hanya {tersedia}.",
            "Kecilkan --minimal atau tambah calon.",
        )


def _soal(tetap: Posisi, semua: Mapping[str, CalonDinilai], permintaan: PermintaanSusun) -> SoalPilih:
    rumus = tetap.cepat(satu.kematangan for satu in semua.values())
    masukan = tetap.masukan
    boleh = {kenal: satu for kenal, satu in semua.items() if kenal not in permintaan.tanpa}
    layak = {kenal: satu for kenal, satu in boleh.items() if satu.alasan is None}
    calon = sorted(
        (
            CalonPilih(kenal, rumus.bulat(satu.kematangan), _urusan_wajib(tetap, satu))
            for kenal, satu in layak.items()
        ),
        key=lambda satu: (-satu.kematangan, satu.id),
    )
    wajib = set(permintaan.wajib)
    pembagi = boleh.keys() - layak
    return SoalPilih(
        rumus=rumus,
        kematangan=rumus.bulat(masukan.jumlah_kematangan),
        terhitung=masukan.terhitung,
        ditolak=masukan.ditolak,
        spd=rumus.bulat(masukan.spd or NOL),
        terisi=frozenset(tetap.urusan or ()),
        wajib=tuple(satu for satu in calon if satu.id in wajib),
        bebas=tuple(satu for satu in calon if satu.id not in wajib),
        wajib_pembagi=tuple(sorted(pembagi & wajib)),
        bebas_pembagi=tuple(sorted(pembagi - wajib)),
    )


def _urusan_wajib(posisi: Posisi, calon: CalonDinilai) -> str | None:
    urusan = calon.inovasi.urusan
    return urusan if urusan in posisi.metode.urusan_wajib else None


def _kirimkan(tetap: Posisi, semua: Mapping[str, CalonDinilai], kirim: Sequence[str]) -> Posisi:
    layak = [satu for satu in kirim if semua[satu].alasan is None]
    posisi = tetap.golongkan(layak, "terhitung")
    return posisi.golongkan([satu for satu in kirim if semua[satu].alasan is not None], "tidak_layak")


def _titik(keadaan: Keadaan, posisi: Posisi) -> Titik:
    skor, masukan = posisi.skor, posisi.masukan
    return Titik(
        skor,
        None if skor is None else predikat(keadaan.posisi.metode, skor),
        posisi.nilai,
        masukan.terhitung,
        posisi.rincian.pembagi,
        masukan.jumlah_kematangan,
        masukan.spd,
    )


class _Impas:
    """Kapan satu kiriman lagi menguntungkan, pada posisi yang sudah terbaik.

    S jumlah kematangan, D(M) pembagi untuk M yang membagi, h(n) skor jumlah inovasi.
    """

    def __init__(self, posisi: Posisi) -> None:
        masukan = posisi.masukan
        rumus = posisi.cepat()
        membagi = rumus.ditolak_ikut and not rumus.dijumlah
        self._jumlah = masukan.jumlah_kematangan
        self._terhitung = masukan.terhitung
        kini, lagi = masukan.terhitung, masukan.terhitung + 1
        self._bagi = rumus.pembagi(kini, masukan.ditolak)
        self._bagi_lagi = rumus.pembagi(lagi, masukan.ditolak)
        naik = rumus.skor_jumlah(lagi, masukan.urusan_terisi) - rumus.skor_jumlah(kini, masukan.urusan_terisi)
        self._naik = Fraction(naik, rumus.satuan)
        self._membagi = membagi

    @property
    def impas(self) -> Fraction | None:
        """Kematangan kiriman berikutnya yang tepat tidak menaikkan dan tidak menurunkan indeks."""
        if not self._bagi:
            return None
        return max(NOL, self._bagi_lagi * (self._jumlah / self._bagi - self._naik) - self._jumlah)

    @property
    def peluang_umum(self) -> Fraction | None:
        """Peluang impas bagi kiriman dengan kematangan rata-rata."""
        return self.peluang(self._jumlah / self._terhitung) if self._terhitung else None

    def peluang(self, kematangan: Fraction) -> Fraction | None:
        """Peluang diterima yang membuat kiriman bernilai *kematangan* impas; ``None`` bila tidak berlaku."""
        if not self._membagi or not self._bagi:
            return None
        untung = kematangan / self._bagi_lagi + self._naik
        rugi = self._jumlah / self._bagi - self._jumlah / self._bagi_lagi
        return rugi / untung if untung else None


def _rinci(keadaan: Keadaan, kenal: str, calon: CalonDinilai, hitungan: _Impas, *, kirim: bool) -> CalonKirim:
    nilai = keadaan.nilai[kenal]
    terisi = sum(satu.tingkat[keadaan.nomor] > 0 for satu in nilai.baris)
    kurang = None if hitungan.impas is None else max(NOL, hitungan.impas - calon.kematangan)
    return CalonKirim(
        id=kenal,
        nama=calon.inovasi.nama,
        opd=keadaan.rekaman[kenal].opd,
        urusan=calon.inovasi.urusan,
        kematangan=calon.kematangan,
        alasan=calon.alasan,
        kosong=0 if nilai.siap_pakai else len(keadaan.peraturan.sid.bobot) - terisi,
        kirim=kirim,
        peluang_impas=hitungan.peluang(calon.kematangan),
        kurang=kurang,
    )


def _opd_turun(keadaan: Keadaan, sesudah: Posisi) -> Iterable[OpdTurun]:
    milik = {kenal: satu.opd for kenal, satu in keadaan.rekaman.items()}
    terhitung = (kenal for kenal, satu in sesudah.butir.items() if satu.golongan == "terhitung")
    banyak = Counter(milik[kenal] for kenal in terhitung)
    for opd in keadaan.hasil.opd:
        kini = banyak[opd.kode]
        if opd.target is not None and kini < min(opd.target, opd.jumlah_inovasi):
            yield OpdTurun(opd.kode, opd.nama, opd.target, opd.jumlah_inovasi, kini)
