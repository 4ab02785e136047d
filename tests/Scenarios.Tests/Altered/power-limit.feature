Feature: power limit, altered

  Background:
    Given the meter holds 10.0 kWh
    And a maximum power limit token of 5000 W

  Scenario: Altered 1
    When the customer keys in the token
    And the load draws 6000 W from now on
    And 11 seconds pass
    Then the load switch is closed
    And the display shows "Overload"
    And the meter holds 10.0 kWh

  Scenario: Altered 2
    When the customer keys in the token
    And the load draws 5000 W for 20 seconds
    Then the load switch is open

  Scenario: Altered 3
    When the customer keys in the token
    And the load draws 6000 W for 9 seconds
    And the load draws 6000 W for 10 seconds
    Then the load switch is closed

  Scenario: Altered 4
    When the customer keys in the token
    And the load draws 6000 W from now on
    And 75 seconds pass
    Then the load switch is closed
    And the meter holds 10.0 kWh
    Then the load switch is open

  Scenario: Altered 5
    Given a maximum power limit token "limit" of 3000 W
    And a 25.6 kWh credit token "bought"
    When the customer keys in token "limit"
    And the load draws 6000 W from now on
    And 11 seconds pass
    And 11 seconds pass
    And the customer keys in token "bought"
    Then the meter accepts it
    And the load switch is open
    When 1 minutes pass
    Then the load switch is closed

  Scenario: Altered 6
    Given a maximum power limit token "limit" of 3000 W
    And a 25.6 kWh credit token "bought"
    When the customer keys in token "limit"
    And the load draws 6000 W from now on
    And 11 seconds pass
    And the customer keys in token "bought"
    Then the meter accepts it
    And the load switch is open
    When 1 minutes pass
    Then the load switch is open
