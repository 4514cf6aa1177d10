"""Kolam proses: membagi pekerjaan bernomor dan menyerahkan hasilnya menurut urutan.

Proses yang mati mendadak segera diketahui dan menghentikan semuanya; kolam yang ditinggalkan, oleh sebab apa
pun, tidak menyisakan proses. Tidak tahu apa pun tentang daerah.
"""

from __future__ import annotations

import multiprocessing
import pickle
import signal
import sys
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from multiprocessing.connection import Connection, wait
from multiprocessing.process import BaseProcess
from traceback import format_exc
from typing import Any, NamedTuple, TypeVar

from indeksinovasi.alur.galat import GalatProses

_B = TypeVar("_B")
_K = TypeVar("_K")
T = TypeVar("T")
PROSES_TERBANYAK = 30
"""Windows menunggu paling banyak 63 pegangan sekaligus; tiap proses memerlukan dua."""
_MUKA = 64
"""Sekian hasil boleh mendahului yang sedang ditunggu, supaya memori tidak mengikuti banyak daerah."""
_TENGGANG_DETIK = 0.05
_NAMA_HENTI = ("SIGINT", "SIGTERM", "SIGHUP")
_SINYAL_HENTI = tuple(getattr(signal, nama) for nama in _NAMA_HENTI if hasattr(signal, nama))


class _Jawaban(NamedTuple):
    nomor: int
    hasil: Any
    galat: Exception | None = None


def olah_urut(olah: Callable[[_B, _K], T], konteks: _K, bahan: Sequence[_B], proses: int) -> Iterator[T]:
    """Terapkan *olah* pada tiap *bahan* dengan *proses* proses; hasilnya menurut urutan *bahan*.

    Semua harus dapat dikirim antarproses. ``GalatProses`` bila salah satu proses berakhir sebelum waktunya.
    """
    # fork mewarisi modul yang sudah dimuat; di macOS dan Windows fork tidak aman atau tidak ada.
    fork = sys.platform == "linux"
    cara: Any = multiprocessing.get_context("fork" if fork else "spawn")
    pekerja: dict[Connection, BaseProcess] = {}
    try:
        with _sinyal_ditunda():
            for _ in range(min(proses, PROSES_TERBANYAK)):
                milik_induk, milik_anak = cara.Pipe()
                # Anak hasil fork mewarisi ujung induk; selama dipegangnya, perginya induk tidak terlihat.
                warisan = (milik_induk, *pekerja) if fork else ()
                isi = (milik_anak, warisan, olah, konteks, bahan)
                anak = cara.Process(target=_bekerja, args=isi, daemon=True)
                anak.start()
                pekerja[milik_induk] = anak
                # Ujung anak hanya dipegang anaknya: bila ia mati, salurannya putus.
                milik_anak.close()
        yield from _bagikan(pekerja, len(bahan))
    finally:
        with _sinyal_ditunda():
            _akhiri(pekerja)


def _bagikan(pekerja: dict[Connection, BaseProcess], banyak: int) -> Iterator[Any]:
    beban = dict.fromkeys(pekerja, 0)
    selesai: dict[int, Any] = {}
    dibagi = 0
    for keluar in range(banyak):
        while keluar not in selesai:
            while dibagi < min(banyak, keluar + _MUKA):
                # Yang kedua menunggu di saluran, sehingga proses tidak menganggur; di ujung pekerjaan tidak,
                # supaya tidak menunggu di belakang daerah yang lama.
                jatah = 2 if banyak - dibagi > 4 * len(beban) else 1
                saluran = min(beban, key=beban.__getitem__)
                if beban[saluran] >= jatah:
                    break
                _kirim(saluran, dibagi, pekerja[saluran])
                beban[saluran] += 1
                dibagi += 1
            for saluran, jawaban in _terima(pekerja):
                beban[saluran] -= 1
                if jawaban.galat is not None:
                    raise jawaban.galat
                selesai[jawaban.nomor] = jawaban.hasil
        yield selesai.pop(keluar)


def _kirim(saluran: Connection, nomor: int, anak: BaseProcess) -> None:
    try:
        saluran.send(nomor)
    except OSError:
        raise _mati(anak) from None


def _terima(pekerja: dict[Connection, BaseProcess]) -> Iterator[tuple[Connection, _Jawaban]]:
    """Semua jawaban yang sudah tiba, paling sedikit satu."""
    siap = set(wait([*pekerja, *(anak.sentinel for anak in pekerja.values())]))
    for saluran, anak in pekerja.items():
        if saluran in siap:
            try:
                yield saluran, saluran.recv()
            except (EOFError, OSError):
                raise _mati(anak) from None
        elif anak.sentinel in siap:
            raise _mati(anak)


def _mati(anak: BaseProcess) -> GalatProses:
    # Sinyal bagi seluruh kelompok proses dapat tiba di sini sesudah tiba di anak: beri ia kesempatan menjadi
    # penghentian biasa.
    time.sleep(_TENGGANG_DETIK)
    anak.join(_TENGGANG_DETIK)
    return GalatProses(_sebutan(anak.exitcode))


def _sebutan(kode: int | None) -> str:
    if kode is None or kode >= 0:
        return f"kode {kode}"
    try:
        return signal.Signals(-kode).name
    except ValueError:
        return f"sinyal {-kode}"


def _akhiri(pekerja: dict[Connection, BaseProcess]) -> None:
    for saluran, anak in pekerja.items():
        saluran.close()
        anak.kill()
    for anak in pekerja.values():
        anak.join()
        anak.close()


@contextmanager
def _sinyal_ditunda() -> Iterator[None]:
    """Penghentian baru disampaikan sesudah blok ini.

    Tanpa ini, Ctrl-C di tengah kelahiran atau pengakhiran sebuah proses meninggalkannya tanpa induk.
    """
    if sys.platform == "win32":
        yield
        return
    semula = signal.pthread_sigmask(signal.SIG_BLOCK, _SINYAL_HENTI)
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, semula)


# Di dalam proses anak


def _bekerja(
    saluran: Connection,
    warisan: Iterable[Connection],
    olah: Callable[[Any, Any], Any],
    konteks: Any,
    bahan: Sequence[Any],
) -> None:
    _siapkan_sinyal_anak()
    for satu in warisan:
        satu.close()
    try:
        while True:
            nomor = saluran.recv()
            saluran.send_bytes(_kerjakan(nomor, olah, konteks, bahan))
    except (EOFError, OSError):
        # Induknya sudah pergi; tidak ada lagi yang menunggu jawaban.
        return


def _siapkan_sinyal_anak() -> None:
    """Ctrl-C diurus induk; sinyal lain mengakhiri anak tanpa kata-kata."""
    for satu in _SINYAL_HENTI:
        signal.signal(satu, signal.SIG_IGN if satu == signal.SIGINT else signal.SIG_DFL)
    if sys.platform != "win32":
        signal.pthread_sigmask(signal.SIG_UNBLOCK, _SINYAL_HENTI)


def _kerjakan(nomor: int, olah: Callable[[Any, Any], Any], konteks: Any, bahan: Sequence[Any]) -> bytes:
    try:
        return pickle.dumps(_Jawaban(nomor, olah(bahan[nomor], konteks)))
    except Exception as galat:  # noqa: BLE001  # diteruskan ke induk, yang mengenal jenisnya
        galat.add_note(format_exc())
        return pickle.dumps(_Jawaban(nomor, None, _terkirim(galat)))


def _terkirim(galat: Exception) -> Exception:
    """*galat* sendiri, atau penggantinya bila ia tidak selamat dikirim antarproses."""
    try:
        pickle.loads(pickle.dumps(galat))
    except Exception:  # noqa: BLE001  # pickle melempar apa saja
        return RuntimeError(f"{type(galat).__name__}: {galat}")
    return galat
