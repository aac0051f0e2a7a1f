import torch
import torch.nn as nn
import torch.optim as optim

# A small network with batch normalization and dropout
class SimpleNet(nn.Module):
    def __init__(self):
        super(SimpleNet, self).__init__()
        self.fc1 = nn.Linear(10, 20)
        self.bn1 = nn.BatchNorm1d(20)  # behaves differently in train and eval
        self.dropout = nn.Dropout(0.5)
        self.fc2 = nn.Linear(20, 1)

    def forward(self, x):
        x = self.fc1(x)
        x = self.bn1(x)
        x = self.dropout(x)
        x = self.fc2(x)
        return x

# Build the model, a loss and an optimizer
model = SimpleNet()
criterion = nn.MSELoss()
optimizer = optim.Adam(model.parameters(), lr=0.001)

# Random data to train on
inputs = torch.randn(32, 10)
targets = torch.randn(32, 1)

# Train for a few steps
model.train()
for epoch in range(10):
    optimizer.zero_grad()
    outputs = model(inputs)
    loss = criterion(outputs, targets)
    loss.backward()
    optimizer.step()

# One fixed input
test_input = torch.randn(1, 10)

# Scenario 1: training mode
model.train()
print("train mode:")
for _ in range(5):
    print(model(test_input).item())

# Scenario 2: evaluation mode
model.eval()
print("\neval mode:")
for _ in range(5):
    print(model(test_input).item())

# Scenario 3: evaluation mode without gradients
with torch.no_grad():
    print("\neval mode, no_grad:")
    for _ in range(5):
        print(model(test_input).item())
