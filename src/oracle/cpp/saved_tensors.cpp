// Overhears which tensors PyTorch saves for backward, in the order in which it saves them.
//
// PyTorch asks its autograd engine for hooks whenever a node saves a tensor; from Python they are
// torch.autograd.graph.saved_tensors_hooks, and from C++ there is no way to set them. So the engine's
// table of virtual functions is replaced by a copy in which that one function is ours. Slot 5 is it in
// 2.7 and in 2.10. No header of PyTorch is needed: a tensor is one pointer, whatever is in it.

#include <algorithm>
#include <memory>
#include <vector>

namespace at {

// The destructor does nothing but make the compiler return a tensor as PyTorch's own is returned.
// References are let go by whoever reads the list, through PyTorch's own destructor.
struct Tensor {
  void* implementation;
  ~Tensor() {}
};

namespace _ops {
struct alias {
  static Tensor call(const Tensor& self);
};
}  // namespace _ops
}  // namespace at

namespace torch::autograd {

struct SavedVariableHooks {
  virtual void call_pack_hook(const at::Tensor& tensor) = 0;
  virtual at::Tensor call_unpack_hook() = 0;
  // PyTorch's has one more function after these, which only compiled autograd calls.
  virtual ~SavedVariableHooks() = default;
};

struct Engine {
  static Engine& get_default_engine();
};
}  // namespace torch::autograd

namespace {

constexpr int kSlot = 5;
constexpr int kSlots = 24;

bool listening = false;
std::vector<at::Tensor*> heard;

struct Listener : torch::autograd::SavedVariableHooks {
  at::Tensor* kept = nullptr;

  void call_pack_hook(const at::Tensor& tensor) override {
    kept = new at::Tensor(at::_ops::alias::call(tensor));
    heard.push_back(kept);
  }

  at::Tensor call_unpack_hook() override { return at::_ops::alias::call(*kept); }
};

std::unique_ptr<torch::autograd::SavedVariableHooks> hooks(torch::autograd::Engine*) {
  return listening ? std::make_unique<Listener>() : nullptr;
}

void replace_slot() {
  static void* table[2 + kSlots];
  void*** engine = reinterpret_cast<void***>(&torch::autograd::Engine::get_default_engine());
  std::copy(*engine - 2, *engine + kSlots, table);
  table[2 + kSlot] = reinterpret_cast<void*>(&hooks);
  *engine = table + 2;
}

}  // namespace

extern "C" void saved_listen(int on) {
  static const bool replaced = (replace_slot(), true);
  listening = replaced && on != 0;
}

extern "C" long saved_count() { return static_cast<long>(heard.size()); }

extern "C" void* saved_tensor(long index) { return heard[index]; }

// The tensors' references are let go before, by whoever read them.
extern "C" void saved_forget() {
  for (at::Tensor* tensor : heard) {
    delete tensor;
  }
  heard.clear();
}
