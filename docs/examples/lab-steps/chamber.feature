Feature: A meter in the climate chamber

  Scenario: Credit in the cold
    Given the chamber is at -10.0 °C
    And the meter holds 10.0 kWh
    And a 25.6 kWh credit token
    When the customer keys in the token
    Then the meter accepts it
    And the meter holds 35.6 kWh
    And the chamber is still at -10.0 °C

  Scenario: Credit after a hot day
    Given the chamber follows:
      | minutes | temperature |
      | 0       | 23          |
      | 120     | 55.5        |
    And a 1.0 kWh credit token
    When the customer keys in the token
    Then the meter holds 1.0 kWh
    And the chamber is still at 55.5 °C
