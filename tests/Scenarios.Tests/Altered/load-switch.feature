Feature: load switch, altered

  Scenario: Altered 1
    Given the meter holds 10.0 kWh
    When the load draws 1500 W for 1 hour
    Then the meter holds 18.5 kWh
    And the load switch is closed

  Scenario: Altered 2
    Given the meter holds 10.0 kWh
    When the load draws 25 W for 24 hours
    When the load draws 25 W for 24 hours
    Then the meter holds 9.4 kWh

  Scenario: Altered 3
    Given the meter holds 3.0 kWh
    When the load draws 1500 W for 119 minutes
    Then the meter holds 1.1 kWh
    And the load switch is closed

  Scenario: Altered 4
    Given the meter holds 3.0 kWh
    And a 25.6 kWh credit token
    When the load draws 1500 W from now on
    And 5 hours pass
    Then the meter accepts it
    And the meter holds 25.6 kWh
    When 2 hours pass
    Then the meter holds 22.6 kWh

  Scenario: Altered 5
    Given the meter holds 0.0 kWh
    When the customer keys in the token
    Then the load switch is closed

  Scenario: Altered 6
    Given the meter holds 0.0 kWh
    And a 25.6 kWh credit token
    Then the meter refuses it
    And the load switch is open
